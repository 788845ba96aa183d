package io.stele.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.core.address.PhoneNumber;
import io.stele.core.channel.Channel;
import io.stele.core.channel.Endpoint;
import io.stele.core.delivery.Claim;
import io.stele.core.delivery.DeliveryQueue;
import io.stele.core.delivery.FailureFollowUp;
import io.stele.core.delivery.Settlement;
import io.stele.core.identity.KsuidGenerator;
import io.stele.core.inbound.InboundStore;
import io.stele.core.intake.Decision;
import io.stele.core.intake.Draft;
import io.stele.core.intake.IntakeStore;
import io.stele.core.intake.SenderChoice;
import io.stele.core.intake.Submission;
import io.stele.core.intake.Verdict;
import io.stele.core.message.Context;
import io.stele.core.message.Failure;
import io.stele.core.message.Message;
import io.stele.core.message.MessageId;
import io.stele.core.message.MessageLog;
import io.stele.core.message.Status;
import io.stele.core.message.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@link DeliveryQueue} and the receipts of {@link InboundStore}: what goes out, in what order, and what becomes of it. */
public abstract class DeliveryQueueContract extends StoreContract {

    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Failure UNDELIVERABLE = new Failure("131026", "Message undeliverable", null);

    private DeliveryQueue queue;
    private MessageLog log;
    private KsuidGenerator ids;
    private Endpoint sms;

    protected DeliveryQueueContract(Supplier<TestStore> opening) {
        super(opening);
    }

    @BeforeEach
    void ports() {
        queue = store.get(DeliveryQueue.class);
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
        queue.settle(List.of(settlements), FailureFollowUp.NONE, now());
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
                queue.settle(settlements, FailureFollowUp.NONE, now());
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
}
