package io.stele.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.core.channel.Channel;
import io.stele.core.channel.Endpoint;
import io.stele.core.conversation.Correspondence;
import io.stele.core.delivery.Claim;
import io.stele.core.delivery.DeliveryQueue;
import io.stele.core.delivery.FailureFollowUp;
import io.stele.core.delivery.Reroute;
import io.stele.core.delivery.Settlement;
import io.stele.core.inbound.InboundStore;
import io.stele.core.inbound.Receipt;
import io.stele.core.intake.Decision;
import io.stele.core.intake.Draft;
import io.stele.core.intake.IntakeStore;
import io.stele.core.intake.SenderChoice;
import io.stele.core.intake.Submission;
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
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@link DeliveryQueue} and receipts where they meet: in either order, at once, under one name, or after a node has died. */
public abstract class DeliveryRaceContract extends StoreContract {

    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Failure UNDELIVERABLE = new Failure("131026", "Undeliverable", null);

    private DeliveryQueue queue;
    private InboundStore inbox;
    private MessageLog log;
    private Traffic traffic;
    private Endpoint sms;

    protected DeliveryRaceContract(Supplier<TestStore> opening) {
        super(opening);
    }

    @BeforeEach
    void ports() {
        queue = store.get(DeliveryQueue.class);
        inbox = store.get(InboundStore.class);
        log = store.get(MessageLog.class);
        traffic = new Traffic(store);
        sms = tenant.endpoint(Channel.SMS);
    }

    private Instant now() {
        return store.clock().instant();
    }

    private Message accept(int person) {
        return traffic.accept(sms, Traffic.person(person), "x");
    }

    private Message found(MessageId id) {
        return log.message(tenant.live(), id).orElseThrow();
    }

    private List<Claim> claim() {
        return queue.claim(DeliveryContract.room(100), now(), LEASE);
    }

    private Receipt receipt(String provider, MessageId echo, Status status) {
        return new Receipt(sms.id(), provider, echo, status, status == Status.FAILED ? UNDELIVERABLE : null, now(), Json.Members.EMPTY);
    }

    private void apply(Receipt... receipts) {
        inbox.apply(List.of(receipts), FailureFollowUp.NONE, now());
    }

    @Test
    void whatIsKnownToHaveGoneIsNotClaimedAgainWhenItsNodeHasDied() {
        Message first = accept(1);
        Message second = accept(1);
        claim();
        apply(receipt("p1", first.id(), Status.SENT));
        store.clock().advance(LEASE.plusSeconds(1));

        List<Claim> again = new ArrayList<>(claim());
        again.addAll(claim());

        assertThat(again).extracting(claim -> claim.dispatch().message().id()).containsExactly(second.id());
        assertThat(found(first.id()).status()).isEqualTo(Status.SENT);
        assertThat(found(first.id()).providerMessageId()).isEqualTo("p1");
        assertThat(store.number("select pending from lane")).isEqualTo(1);
    }

    @Test
    void theLateSettlementOfWhatWasDroppedIsVoid() {
        Message message = accept(1);
        Claim claim = claim().getFirst();
        apply(receipt("p1", message.id(), Status.DELIVERED));
        store.clock().advance(LEASE.plusSeconds(1));
        claim();

        queue.settle(List.of(new Settlement.Failed(claim, UNDELIVERABLE, now())), FailureFollowUp.NONE, now());

        assertThat(found(message.id()).status()).isEqualTo(Status.DELIVERED);
        assertThat(store.number("select pending from lane")).isZero();
    }

    @Test
    void twoMessagesUnderOneNameDoNotDisturbTheirBatch() {
        Message first = accept(1);
        Message second = accept(2);
        Message third = accept(3);
        List<Claim> claims = claim();

        queue.settle(
                List.of(
                        new Settlement.Sent(claims.get(0), "same", now()),
                        new Settlement.Sent(claims.get(1), "same", now()),
                        new Settlement.Sent(claims.get(2), "other", now())), FailureFollowUp.NONE,
                now());

        assertThat(List.of(found(first.id()), found(second.id()), found(third.id())))
                .extracting(Message::status)
                .containsOnly(Status.SENT);
        assertThat(List.of(found(first.id()), found(second.id()), found(third.id())))
                .extracting(Message::providerMessageId)
                .containsOnlyOnce("same")
                .containsOnlyOnce("other")
                .containsOnlyOnce((String) null);
    }

    @Test
    void aNameThatAnotherMessageHasStaysWithIt() {
        Message first = accept(1);
        queue.settle(List.of(new Settlement.Sent(claim().getFirst(), "same", now())), FailureFollowUp.NONE, now());
        Message second = accept(2);

        queue.settle(List.of(new Settlement.Sent(claim().getFirst(), "same", now())), FailureFollowUp.NONE, now());

        assertThat(found(second.id()).status()).isEqualTo(Status.SENT);
        assertThat(found(second.id()).providerMessageId()).isNull();
        assertThat(log.messageOfProvider(tenant.live(), "same").orElseThrow().id()).isEqualTo(first.id());
    }

    @Test
    void aReceiptThatNamesOurMessageBringsAlongThoseThatCameWithoutIt() {
        Message message = accept(1);
        claim();
        apply(receipt("p1", null, Status.DELIVERED));
        assertThat(found(message.id()).status()).isEqualTo(Status.SENDING);

        apply(receipt("p1", message.id(), Status.SENT));

        assertThat(found(message.id()).status()).isEqualTo(Status.DELIVERED);
        assertThat(store.number("select count(*) from pending_receipt")).isZero();
    }

    @Test
    void whatAProviderSaysOfAnotherEndpointsMessageIsNotBelieved() {
        Message other = traffic.accept(tenant.whatsApp(), Traffic.person(1), "x");

        apply(receipt("p1", other.id(), Status.READ));

        assertThat(found(other.id())).isEqualTo(other);
        assertThat(log.messageOfProvider(tenant.live(), "p1")).isEmpty();
    }

    @Test
    void aHeldLaneIsNotDueUntilItsLeaseHasRunOut() {
        accept(1);
        claim();

        assertThat(queue.nextDue(now(), Set.of())).isEmpty();
        store.clock().advance(LEASE);
        assertThat(queue.nextDue(now(), Set.of())).contains(now());
    }

    @Test
    void aDoubtThatWasResolvedIsNotGivenUp() {
        Message resolved = accept(1);
        Message lost = accept(2);
        for (Claim claim : claim()) {
            queue.settle(List.of(new Settlement.InDoubt(claim, now().plusSeconds(10), UNDELIVERABLE, null)), FailureFollowUp.NONE, now());
        }
        apply(receipt("p1", resolved.id(), Status.SENT));
        assertThat(queue.endDoubts(now().plusSeconds(9), 10)).isZero();

        assertThat(queue.endDoubts(now().plusSeconds(10), 10)).isEqualTo(1);

        assertThat(found(resolved.id()).status()).isEqualTo(Status.SENT);
        assertThat(found(lost.id()).status()).isEqualTo(Status.FAILED);
        assertThat(found(lost.id()).failure()).isEqualTo(UNDELIVERABLE);
    }

    @Test
    void doubtsAreGivenUpOnceByManyAtOnce() {
        for (int i = 0; i < 20; i++) {
            accept(i);
        }
        queue.settle(
                claim().stream()
                        .<Settlement>map(claim -> new Settlement.InDoubt(claim, now(), UNDELIVERABLE, null))
                        .toList(), FailureFollowUp.NONE,
                now());

        List<Integer> given = Together.times(6, () -> queue.endDoubts(now(), 100));

        assertThat(given.stream().mapToInt(Integer::intValue).sum()).isEqualTo(20);
        assertThat(store.number("select sum(failed) from correspondence")).isEqualTo(20);
    }

    @Test
    void aFailureThatIsToldEarlyLeavesTheLaneToWhoeverHoldsIt() {
        Endpoint whatsApp = tenant.whatsApp();
        Message message = traffic.accept(whatsApp, Traffic.person(1), "x");
        Message behind = traffic.accept(whatsApp, Traffic.person(1), "y");
        Claim claim = claim().getFirst();
        inbox.apply(
                List.of(new Receipt(whatsApp.id(), "p1", message.id(), Status.FAILED, UNDELIVERABLE, now(), Json.Members.EMPTY)),
                (_, _) -> Optional.of(new Reroute(sms, now().plusSeconds(5))),
                now());

        queue.settle(List.of(new Settlement.Sent(claim, "p1", now())), FailureFollowUp.NONE, now());

        assertThat(claim()).extracting(each -> each.dispatch().message().id()).containsExactly(behind.id());
        MessageId next = found(message.id()).continuedBy();
        assertThat(found(message.id()).status()).isEqualTo(Status.FAILED);
        store.clock().advance(Duration.ofSeconds(5));
        assertThat(claim())
                .extracting(each -> each.dispatch().endpoint().id(), each -> each.dispatch().message().id())
                .containsExactly(Tuple.tuple(sms.id(), next));
    }

    @Test
    void whatGoesOnHasFailedOnItsOwnChannel() {
        Message message = traffic.accept(tenant.whatsApp(), Traffic.person(1), "x");
        queue.settle(List.of(new Settlement.Failed(claim().getFirst(), UNDELIVERABLE, now(), new Reroute(sms, now()))), FailureFollowUp.NONE, now());

        assertThat(known(message)).extracting(Correspondence::failed, Correspondence::delivered)
                .containsExactlyInAnyOrder(Tuple.tuple(1, 0), Tuple.tuple(0, 0));
    }

    @Test
    void whatArrivesAfterAllHasNotFailed() {
        Message message = accept(1);
        queue.settle(List.of(new Settlement.Sent(claim().getFirst(), "p1", now())), FailureFollowUp.NONE, now());
        apply(receipt("p1", null, Status.FAILED));
        apply(receipt("p1", null, Status.DELIVERED));

        assertThat(found(message.id()).status()).isEqualTo(Status.DELIVERED);
        assertThat(known(message)).extracting(Correspondence::failed, Correspondence::delivered)
                .containsExactly(Tuple.tuple(0, 1));
    }

    private List<Correspondence> known(Message message) {
        List<Correspondence> known = new ArrayList<>();
        Submission submission = new Submission(
                traffic.newId(), tenant.live(),
                Draft.of(new SenderChoice.Default(), message.to(), null, Text.of("x")),
                Context.NONE, List.of(sms, tenant.whatsApp()), now());
        store.get(IntakeStore.class).write(List.of(submission), (_, all) -> {
            known.addAll(all.values());
            return new Decision.Refuse(new Rejection.WindowClosed());
        });
        return known;
    }

    @Test
    void receiptsAndSettlementsAtOnceLoseNothing() {
        for (int round = 0; round < 3; round++) {
            List<Message> messages = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                messages.add(accept(i));
            }
            List<Callable<Object>> works = new ArrayList<>();
            for (Claim claim : claim()) {
                MessageId id = claim.dispatch().message().id();
                String name = "name of " + id.value();
                works.add(() -> {
                    queue.settle(List.of(new Settlement.Sent(claim, name, now())), FailureFollowUp.NONE, now());
                    return id;
                });
                works.add(() -> {
                    apply(receipt(name, null, Status.READ), receipt(name, null, Status.DELIVERED));
                    return id;
                });
                works.add(() -> {
                    apply(receipt(name, null, Status.DELIVERED));
                    return id;
                });
            }
            Collections.shuffle(works);

            Together.all(works);

            assertThat(messages).allSatisfy(message -> {
                assertThat(found(message.id()).status()).isEqualTo(Status.READ);
                assertThat(found(message.id()).providerMessageId()).isEqualTo("name of " + message.id().value());
            });
        }
        assertThat(store.number("select count(*) from pending_receipt")).isZero();
        assertThat(store.number("select sum(delivered) from correspondence")).isEqualTo(72);
        assertThat(store.number("select sum(pending) from lane")).isZero();
    }

    @Test
    void everythingAtOnceOverAFewPeopleEndsInGoodOrder() {
        Endpoint whatsApp = tenant.whatsApp();
        List<Callable<Object>> works = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            int person = i % 4;
            String name = "in " + i;
            works.add(() -> traffic.accept(whatsApp, Traffic.person(person), "out"));
            works.add(() -> traffic.receive(whatsApp, Traffic.person(person), name));
            works.add(() -> {
                for (Claim claim : queue.claim(DeliveryContract.room(3), now(), LEASE)) {
                    MessageId id = claim.dispatch().message().id();
                    if (claim.dispatch().endpoint().id().equals(whatsApp.id()) && id.value().low() % 3 == 0) {
                        queue.settle(List.of(new Settlement.Failed(claim, UNDELIVERABLE, now(), new Reroute(sms, now()))), FailureFollowUp.NONE, now());
                    } else {
                        queue.settle(List.of(new Settlement.Sent(claim, "out " + id.value(), now())), FailureFollowUp.NONE, now());
                    }
                }
                return person;
            });
        }
        Collections.shuffle(works);

        Together.all(works);
        for (List<Claim> claims = claim(); !claims.isEmpty(); claims = claim()) {
            queue.settle(
                    claims.stream()
                            .<Settlement>map(claim -> new Settlement.Sent(
                                    claim, "out " + claim.dispatch().message().id().value(), now()))
                            .toList(), FailureFollowUp.NONE,
                    now());
        }

        assertThat(store.number("select count(*) from message where status = 'SENT'")).isEqualTo(40);
        assertThat(store.number("select count(*) from message where status = 'RECEIVED'")).isEqualTo(40);
        assertThat(store.number("select count(*) from delivery")).isZero();
        assertThat(store.number("select sum(pending) from lane")).isZero();
        assertThat(store.number("select count(*) from lane where due_at is not null or fence is not null")).isZero();
        assertThat(store.number("select sum(message_count) from thread")).isEqualTo(80);
        assertThat(store.number("select count(*) from contact")).isEqualTo(4);
    }
}
