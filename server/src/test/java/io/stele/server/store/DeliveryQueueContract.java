package io.stele.server.store;

import io.stele.core.delivery.FailureFollowUp;
import static org.assertj.core.api.Assertions.assertThat;

import io.stele.core.address.PhoneNumber;
import io.stele.core.channel.Channel;
import io.stele.core.channel.Endpoint;
import io.stele.core.channel.EndpointId;
import io.stele.core.conversation.Conversation;
import io.stele.core.conversation.ConversationLog;
import io.stele.core.conversation.Correspondence;
import io.stele.core.delivery.Claim;
import io.stele.core.delivery.DeliveryQueue;
import io.stele.core.delivery.Settlement;
import io.stele.core.identity.KsuidGenerator;
import io.stele.core.inbound.InboundStore;
import io.stele.core.inbound.Receipt;
import io.stele.core.delivery.Reroute;
import io.stele.core.intake.Decision;
import io.stele.core.intake.Draft;
import io.stele.core.intake.IntakeStore;
import io.stele.core.intake.SenderChoice;
import io.stele.core.intake.Submission;
import io.stele.core.intake.Verdict;
import io.stele.core.message.Context;
import io.stele.core.message.Failure;
import io.stele.core.message.Json;
import io.stele.core.message.Message;
import io.stele.core.message.MessageId;
import io.stele.core.message.MessageLog;
import io.stele.core.message.Status;
import io.stele.core.message.Text;
import io.stele.core.refusal.Rejection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@link DeliveryQueue} and the receipts of {@link InboundStore}: what goes out, in what order, and what becomes of it. */
public abstract class DeliveryQueueContract extends StoreContract {

    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Failure UNDELIVERABLE = new Failure("131026", "Message undeliverable", null);
    private static final FailureFollowUp NOTHING_FOLLOWS = (message, failure) -> Optional.empty();

    private DeliveryQueue queue;
    private InboundStore inbound;
    private MessageLog log;
    private KsuidGenerator ids;
    private Endpoint sms;

    protected DeliveryQueueContract(Supplier<TestStore> opening) {
        super(opening);
    }

    @BeforeEach
    void ports() {
        queue = store.get(DeliveryQueue.class);
        inbound = store.get(InboundStore.class);
        log = store.get(MessageLog.class);
        ids = store.get(KsuidGenerator.class);
        sms = tenant.endpoint(Channel.SMS);
    }

    private Instant now() {
        return store.clock().instant();
    }

    private void later(Duration time) {
        store.clock().set(now().plus(time));
    }

    private Message accept(int person, String text) {
        return accept(person, text, sms);
    }

    private Message accept(int person, String text, Endpoint endpoint) {
        Submission submission = new Submission(
                new MessageId(ids.next()),
                tenant.live(),
                Draft.of(
                        new SenderChoice.Default(),
                        new PhoneNumber("+4915%08d".formatted(20_000_000 + person)),
                        endpoint.channel(),
                        Text.of(text)),
                Context.NONE,
                List.of(endpoint),
                now());
        Verdict verdict = store.get(IntakeStore.class)
                .write(List.of(submission), (asked, known) -> new Decision.Send(endpoint, null))
                .getFirst();
        return ((Verdict.Accepted) verdict).message();
    }

    private Message found(MessageId id) {
        return log.message(tenant.live(), id).orElseThrow();
    }

    private Claim claimOne() {
        List<Claim> claims = queue.claim(DeliveryContract.room(10), now(), LEASE);
        assertThat(claims).hasSize(1);
        return claims.getFirst();
    }

    private void settle(Settlement... settlements) {
        queue.settle(List.of(settlements), now());
    }

    private Receipt receipt(String provider, Status status) {
        return new Receipt(
                sms.id(), provider, null, status, status == Status.FAILED ? UNDELIVERABLE : null, now(), Json.Members.EMPTY);
    }

    private void apply(Receipt... receipts) {
        inbound.apply(List.of(receipts), NOTHING_FOLLOWS, now());
    }

    @Test
    void a_claimed_message_is_being_sent_for_the_first_time() {
        Message message = accept(1, "a");

        Claim claim = claimOne();

        assertThat(claim.dispatch().message().id()).isEqualTo(message.id());
        assertThat(claim.dispatch().endpoint()).isEqualTo(sms);
        assertThat(claim.dispatch().attempt()).isEqualTo(1);
        assertThat(claim.inDoubt()).isFalse();
        assertThat(claim.queuedAt()).isEqualTo(now());
        assertThat(found(message.id()).status()).isEqualTo(Status.SENDING);
    }

    @Test
    void one_person_s_messages_go_one_after_the_other_and_in_order() {
        List<Message> accepted =
                IntStream.range(0, 5).mapToObj(i -> accept(1, "n" + i)).toList();
        List<MessageId> sent = new ArrayList<>();

        for (int i = 0; i < accepted.size(); i++) {
            Claim claim = claimOne();
            assertThat(queue.claim(DeliveryContract.room(10), now(), LEASE)).isEmpty();
            sent.add(claim.dispatch().message().id());
            settle(new Settlement.Sent(claim, "p" + i, now()));
        }

        assertThat(sent).containsExactlyElementsOf(accepted.stream().map(Message::id).toList());
        assertThat(queue.claim(DeliveryContract.room(10), now(), LEASE)).isEmpty();
        assertThat(queue.nextDue(now(), Set.of())).isEmpty();
    }

    @Test
    void different_people_are_claimed_at_once_up_to_the_limit() {
        IntStream.range(0, 5).forEach(person -> accept(person, "x"));

        assertThat(queue.claim(DeliveryContract.room(3), now(), LEASE)).hasSize(3);
        assertThat(queue.claim(DeliveryContract.room(3), now(), LEASE)).hasSize(2);
        assertThat(queue.claim(DeliveryContract.room(3), now(), LEASE)).isEmpty();
    }

    @Test
    void two_claimers_never_get_the_same_lane() {
        IntStream.range(0, 60).forEach(person -> accept(person, "x"));

        List<List<Claim>> claimed = Together.times(8, () -> queue.claim(DeliveryContract.room(10), now(), LEASE));

        List<MessageId> all = claimed.stream()
                .flatMap(List::stream)
                .map(claim -> claim.dispatch().message().id())
                .toList();
        assertThat(all).doesNotHaveDuplicates();
        Set<MessageId> together = new HashSet<>(all);
        queue.claim(DeliveryContract.room(100), now(), LEASE).forEach(claim -> together.add(claim.dispatch().message().id()));
        assertThat(together).hasSize(60);
    }

    @Test
    void what_was_sent_is_known_by_the_provider_s_id() {
        Message message = accept(1, "a");
        settle(new Settlement.Sent(claimOne(), "p-1", now()));

        Message sent = found(message.id());
        assertThat(sent.status()).isEqualTo(Status.SENT);
        assertThat(sent.providerMessageId()).isEqualTo("p-1");
        assertThat(sent.timeline().sentAt()).isEqualTo(now());
        assertThat(log.messageOfProvider(tenant.live(), "p-1")).contains(sent);
    }

    @Test
    void what_failed_says_why_and_frees_the_lane() {
        Message first = accept(1, "a");
        Message second = accept(1, "b");
        settle(new Settlement.Failed(claimOne(), UNDELIVERABLE, now()));

        assertThat(found(first.id()).status()).isEqualTo(Status.FAILED);
        assertThat(found(first.id()).failure()).isEqualTo(UNDELIVERABLE);
        assertThat(found(first.id()).timeline().failedAt()).isEqualTo(now());
        assertThat(claimOne().dispatch().message().id()).isEqualTo(second.id());
    }

    @Test
    void what_is_postponed_goes_out_again_when_it_is_due_and_nothing_overtakes_it() {
        Message first = accept(1, "a");
        accept(1, "b");
        settle(new Settlement.Postponed(claimOne(), now().plusSeconds(10)));
        assertThat(queue.claim(DeliveryContract.room(10), now(), LEASE)).isEmpty();
        assertThat(queue.nextDue(now(), Set.of())).contains(now().plusSeconds(10));

        later(Duration.ofSeconds(10));

        Claim again = claimOne();
        assertThat(again.dispatch().message().id()).isEqualTo(first.id());
        assertThat(again.dispatch().attempt()).isEqualTo(2);
        assertThat(again.inDoubt()).isFalse();
    }

    @Test
    void a_claim_whose_lease_ran_out_is_taken_over_in_doubt_and_its_settlement_is_void() {
        Message message = accept(1, "a");
        Claim lost = claimOne();
        later(LEASE);

        Claim taken = claimOne();
        assertThat(taken.inDoubt()).isTrue();
        assertThat(taken.dispatch().attempt()).isEqualTo(2);
        settle(new Settlement.Failed(lost, UNDELIVERABLE, now()));
        assertThat(found(message.id()).status()).isEqualTo(Status.SENDING);

        settle(new Settlement.Sent(taken, "p-1", now()));
        assertThat(found(message.id()).status()).isEqualTo(Status.SENT);
        assertThat(queue.claim(DeliveryContract.room(10), now(), LEASE)).isEmpty();
    }

    @Test
    void a_message_in_doubt_leaves_the_lane_and_fails_when_no_receipt_comes() {
        Message first = accept(1, "a");
        Message second = accept(1, "b");
        settle(new Settlement.InDoubt(claimOne(), now().plusSeconds(60), UNDELIVERABLE, null));

        Claim next = claimOne();
        assertThat(next.dispatch().message().id()).isEqualTo(second.id());
        settle(new Settlement.Sent(next, "p-2", now()));
        assertThat(queue.endDoubts(now(), 10)).isZero();

        later(Duration.ofSeconds(60));
        assertThat(queue.endDoubts(now(), 10)).isEqualTo(1);
        assertThat(found(first.id()).status()).isEqualTo(Status.FAILED);
        assertThat(found(first.id()).failure()).isEqualTo(UNDELIVERABLE);
        assertThat(queue.endDoubts(now(), 10)).isZero();
    }

    @Test
    void a_receipt_that_names_our_message_ends_the_doubt() {
        Message message = accept(1, "a");
        settle(new Settlement.InDoubt(claimOne(), now().plusSeconds(60), UNDELIVERABLE, null));

        apply(new Receipt(sms.id(), "p-1", message.id(), Status.DELIVERED, null, now(), Json.Members.EMPTY));
        later(Duration.ofSeconds(60));

        assertThat(queue.endDoubts(now(), 10)).isZero();
        assertThat(found(message.id()).status()).isEqualTo(Status.DELIVERED);
        assertThat(found(message.id()).providerMessageId()).isEqualTo("p-1");
    }

    @Test
    void a_rerouted_message_is_the_same_message_on_another_channel() {
        Endpoint whatsApp = tenant.whatsApp();
        Message message = accept(1, "a", whatsApp);
        settle(new Settlement.Rerouted(claimOne(), sms, now().plusSeconds(5)));

        Message moved = found(message.id());
        assertThat(moved.channel()).isEqualTo(Channel.SMS);
        assertThat(moved.endpoint()).isEqualTo(sms.id());
        assertThat(moved.status()).isEqualTo(Status.QUEUED);
        assertThat(moved.from()).isEqualTo(sms.address());
        assertThat(moved.threadId()).isEqualTo(message.threadId());
        assertThat(store.get(ConversationLog.class).thread(tenant.live(), message.threadId()).orElseThrow().channels())
                .containsExactlyInAnyOrder(Channel.WHATSAPP, Channel.SMS);
        assertThat(queue.claim(DeliveryContract.room(10), now(), LEASE)).isEmpty();

        later(Duration.ofSeconds(5));
        Claim again = claimOne();
        assertThat(again.dispatch().endpoint()).isEqualTo(sms);
        assertThat(again.inDoubt()).isFalse();
        settle(new Settlement.Sent(again, "p-sms", now()));
        assertThat(found(message.id()).status()).isEqualTo(Status.SENT);
    }

    @Test
    void a_rerouted_message_leaves_the_conversation_of_its_first_endpoint() {
        Endpoint whatsApp = tenant.whatsApp();
        Message first = accept(1, "stays", whatsApp);
        settle(new Settlement.Sent(claimOne(), "p-1", now()));
        Message second = accept(1, "leaves", whatsApp);

        settle(new Settlement.Rerouted(claimOne(), sms, now().plusSeconds(5)));

        Conversation conversation = store.get(ConversationLog.class)
                .conversation(tenant.live(), second.conversationId())
                .orElseThrow();
        assertThat(conversation.messageCount()).isEqualTo(1);
        assertThat(conversation.last()).isNotNull();
        assertThat(conversation.last().id()).isEqualTo(first.id());
        assertThat(conversation.last().text()).isEqualTo("stays");
    }

    @Test
    void a_failure_receipt_can_lead_elsewhere_and_late_receipts_of_the_first_way_change_nothing() {
        Endpoint whatsApp = tenant.whatsApp();
        Message message = accept(1, "a", whatsApp);
        settle(new Settlement.Sent(claimOne(), "p-wa", now()));

        inbound.apply(
                List.of(new Receipt(whatsApp.id(), "p-wa", null, Status.FAILED, UNDELIVERABLE, now(), Json.Members.EMPTY)),
                (failed, failure) -> Optional.of(new Reroute(sms, now().plusSeconds(5))),
                now());
        apply(new Receipt(whatsApp.id(), "p-wa", null, Status.DELIVERED, null, now(), Json.Members.EMPTY));

        assertThat(found(message.id()).channel()).isEqualTo(Channel.SMS);
        assertThat(found(message.id()).status()).isEqualTo(Status.QUEUED);
        assertThat(found(message.id()).timeline().deliveredAt()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "SENT DELIVERED READ, READ",
        "READ DELIVERED SENT, READ",
        "DELIVERED DELIVERED, DELIVERED",
        "DELIVERED FAILED, DELIVERED",
        "FAILED DELIVERED, DELIVERED",
        "FAILED FAILED, FAILED",
        "READ FAILED, READ",
    })
    void receipts_in_any_order_and_number_never_take_a_message_backwards(String order, Status end) {
        Message message = accept(1, "a");
        settle(new Settlement.Sent(claimOne(), "p-1", now()));

        for (String status : order.split(" ")) {
            later(Duration.ofSeconds(1));
            apply(receipt("p-1", Status.valueOf(status)));
        }

        assertThat(found(message.id()).status()).isEqualTo(end);
    }

    @Test
    void each_moment_is_set_once_and_a_later_one_sets_those_before_it() {
        Message message = accept(1, "a");
        settle(new Settlement.Sent(claimOne(), "p-1", now()));
        later(Duration.ofSeconds(1));
        Instant read = now();
        apply(receipt("p-1", Status.READ));
        later(Duration.ofSeconds(1));
        apply(receipt("p-1", Status.READ), receipt("p-1", Status.DELIVERED));

        assertThat(found(message.id()).timeline().deliveredAt()).isEqualTo(read);
        assertThat(found(message.id()).timeline().readAt()).isEqualTo(read);
        assertThat(found(message.id()).updatedAt()).isEqualTo(read);
    }

    @Test
    void receipts_that_come_before_the_send_s_answer_are_kept_and_merged() {
        Message message = accept(1, "a");
        Claim claim = claimOne();

        apply(receipt("p-1", Status.DELIVERED), receipt("p-1", Status.SENT));
        assertThat(found(message.id()).status()).isEqualTo(Status.SENDING);

        settle(new Settlement.Sent(claim, "p-1", now()));
        assertThat(found(message.id()).status()).isEqualTo(Status.DELIVERED);
    }

    @Test
    void a_receipt_for_nobody_changes_nothing() {
        Message message = accept(1, "a");
        settle(new Settlement.Sent(claimOne(), "p-1", now()));

        apply(receipt("p-other", Status.DELIVERED));
        apply(new Receipt(tenant.whatsApp().id(), "p-1", null, Status.DELIVERED, null, now(), Json.Members.EMPTY));

        assertThat(found(message.id()).status()).isEqualTo(Status.SENT);
    }

    @Test
    void the_same_receipts_at_the_same_moment_count_once() {
        Message message = accept(1, "a");
        settle(new Settlement.Sent(claimOne(), "p-1", now()));

        Together.times(16, () -> {
            apply(receipt("p-1", Status.DELIVERED), receipt("p-1", Status.READ));
            return true;
        });

        assertThat(found(message.id()).status()).isEqualTo(Status.READ);
        assertThat(known(message).delivered()).isEqualTo(1);
    }

    @Test
    void what_arrives_and_what_does_not_is_counted_for_the_person() {
        Message message = accept(1, "a");
        settle(new Settlement.Sent(claimOne(), "p-1", now()));
        apply(receipt("p-1", Status.DELIVERED), receipt("p-1", Status.READ));
        accept(1, "b");
        settle(new Settlement.Failed(claimOne(), UNDELIVERABLE, now()));

        assertThat(known(message).delivered()).isEqualTo(1);
        assertThat(known(message).failed()).isEqualTo(1);
    }

    @Test
    void many_at_once_lose_nothing() {
        List<Message> accepted = Together.all(IntStream.range(0, 80)
                .mapToObj(i -> (Callable<Message>) () -> accept(i % 8, "n" + i))
                .toList());

        Together.times(4, () -> {
            List<Claim> claims = queue.claim(DeliveryContract.room(5), now(), LEASE);
            while (!claims.isEmpty() || queue.nextDue(now(), Set.of()).filter(due -> !due.isAfter(now())).isPresent()) {
                List<Settlement> settlements = new ArrayList<>();
                for (Claim claim : claims) {
                    settlements.add(new Settlement.Sent(
                            claim, "p-" + claim.dispatch().message().id().value(), now()));
                }
                queue.settle(settlements, now());
                // a virtual thread that finds nothing must not keep its carrier from the one that holds the lanes
                Thread.yield();
                claims = queue.claim(DeliveryContract.room(5), now(), LEASE);
            }
            return true;
        });

        assertThat(accepted).allSatisfy(message -> {
            assertThat(found(message.id()).status()).isEqualTo(Status.SENT);
        });
        assertThat(queue.nextDue(now(), Set.of())).isEmpty();
    }

    /** What intake would be told of the message's person. */
    private Correspondence known(Message message) {
        List<Map<EndpointId, Correspondence>> seen = new ArrayList<>();
        Submission submission = new Submission(
                new MessageId(ids.next()),
                tenant.live(),
                Draft.of(new SenderChoice.Default(), message.to(), message.channel(), Text.of("?")),
                Context.NONE,
                List.of(sms),
                now());
        store.get(IntakeStore.class).write(List.of(submission), (asked, known) -> {
            seen.add(known);
            return new Decision.Refuse(new Rejection.WindowClosed());
        });
        return seen.getLast().get(sms.id());
    }
}
