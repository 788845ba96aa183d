package io.stele.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.core.delivery.Claim;
import io.stele.core.delivery.DeliveryQueue;
import io.stele.core.delivery.FailureFollowUp;
import io.stele.core.delivery.Reroute;
import io.stele.core.delivery.Settlement;
import io.stele.core.event.ConversationStarted;
import io.stele.core.event.EventKind;
import io.stele.core.event.MessagePlayed;
import io.stele.core.event.MessageProgressed;
import io.stele.core.event.MessageQueued;
import io.stele.core.inbound.InboundStore;
import io.stele.core.inbound.Receipt;
import io.stele.core.message.Failure;
import io.stele.core.message.Json;
import io.stele.core.message.Message;
import io.stele.core.message.MessageLog;
import io.stele.core.message.Status;
import io.stele.core.message.Text;
import io.stele.core.message.Timeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** The steps of a message are told in the event log, once each, by the transaction in which they are made. */
public abstract class ToldProgressContract extends ToldStoreContract {

    private static final Failure UNDELIVERABLE = new Failure("131026", "Undeliverable", null);

    protected ToldProgressContract(Supplier<TestStore> opening) {
        super(opening);
    }

    private void report(Message message, Status... statuses) {
        List<Receipt> receipts = new ArrayList<>();
        for (Status status : statuses) {
            store.clock().advance(Duration.ofSeconds(1));
            receipts.add(new Receipt(
                    message.endpoint(), "name", message.id(), status, status == Status.FAILED ? UNDELIVERABLE : null, now(),
                    Json.Members.EMPTY));
        }
        store.get(InboundStore.class).apply(receipts, FailureFollowUp.NONE, now());
    }

    private List<Status> steps() {
        return told().stream().map(event -> ((MessageProgressed) event).status()).toList();
    }

    private Receipt played(Message message) {
        return new Receipt(
                message.endpoint(), "name", message.id(), Status.READ, null, now(),
                new Json.Members(Map.of("status", new Json.Text("played"))), true);
    }

    private void report(Receipt... receipts) {
        store.get(InboundStore.class).apply(List.of(receipts), FailureFollowUp.NONE, now());
    }

    @Test
    void whatIsPlayedAfterItWasReadIsToldOnceAndIsNotReadAgain() {
        Message message = traffic.accept(whatsApp, ANA, "a");
        report(message, Status.SENT, Status.DELIVERED, Status.READ);
        told();

        report(played(message));
        report(played(message));

        assertThat(told()).containsExactly(new MessagePlayed(whatsApp.id(), message.id(), now()));
    }

    @Test
    void whatIsPlayedWithoutHavingBeenReadIsReadByIt() {
        Message message = traffic.accept(whatsApp, ANA, "a");
        report(message, Status.SENT, Status.DELIVERED);
        told();

        report(played(message), played(message));
        report(message, Status.READ);

        assertThat(told())
                .extracting(EventKind::of)
                .containsExactly(EventKind.MESSAGE_PROGRESSED, EventKind.MESSAGE_PLAYED);
    }

    @Test
    void thatAMessageWasPlayedIsKeptUntilTheMessageIsKnown() {
        Message message = traffic.accept(whatsApp, ANA, "a");
        told();
        Receipt played = played(message);
        Receipt unknown = new Receipt(
                played.endpoint(), "name", null, Status.READ, null, now(), played.details(), true);
        report(unknown, new Receipt(played.endpoint(), "name", null, Status.READ, null, now(), Json.Members.EMPTY));

        report(message, Status.SENT);

        assertThat(told())
                .extracting(EventKind::of)
                .containsOnlyOnce(EventKind.MESSAGE_PLAYED)
                .endsWith(EventKind.MESSAGE_PLAYED);
    }

    @Test
    void eachStepOfAMessageIsToldWithHowFarItHadCome() {
        Message message = traffic.accept(whatsApp, ANA, "Hi");
        told();

        report(message, Status.SENT, Status.DELIVERED, Status.READ);

        Timeline sent = message.timeline().reached(Status.SENT, TestStore.START.plusSeconds(1));
        Timeline delivered = sent.reached(Status.DELIVERED, TestStore.START.plusSeconds(2));
        Timeline read = delivered.reached(Status.READ, TestStore.START.plusSeconds(3));
        assertThat(told())
                .containsExactly(
                        new MessageProgressed(whatsApp.id(), message.id(), Status.SENT, sent, null, "name"),
                        new MessageProgressed(whatsApp.id(), message.id(), Status.DELIVERED, delivered, null, "name"),
                        new MessageProgressed(whatsApp.id(), message.id(), Status.READ, read, null, "name"));
    }

    @Test
    void stepsThatNobodyReportsAreToldToo() {
        Message message = traffic.accept(whatsApp, ANA, "Hi");
        told();

        report(message, Status.READ);
        assertThat(steps()).containsExactly(Status.SENT, Status.DELIVERED, Status.READ);

        report(message, Status.DELIVERED, Status.SENT, Status.READ);
        assertThat(told()).isEmpty();
    }

    @Test
    void aFailureIsToldWithItsReason() {
        Message message = traffic.accept(whatsApp, ANA, "Hi");
        told();

        report(message, Status.FAILED);

        assertThat(told())
                .containsExactly(new MessageProgressed(
                        whatsApp.id(),
                        message.id(),
                        Status.FAILED,
                        message.timeline().reached(Status.FAILED, now()),
                        UNDELIVERABLE,
                        "name"));
    }

    @Test
    void whatFailedAfterItWasSentIsToldAsBoth() {
        Message message = traffic.accept(whatsApp, ANA, "Hi");
        told();

        report(message, Status.SENT, Status.FAILED, Status.FAILED);

        assertThat(steps()).containsExactly(Status.SENT, Status.FAILED);
    }

    @Test
    void whatArrivesThoughItHadFailedIsTold() {
        Message message = traffic.accept(whatsApp, ANA, "Hi");
        report(message, Status.SENT, Status.FAILED);
        told();

        report(message, Status.DELIVERED);

        assertThat(steps()).containsExactly(Status.DELIVERED);
    }

    @Test
    void aSendIsToldWhenItIsSettled() {
        Message message = traffic.accept(whatsApp, ANA, "Hi");
        DeliveryQueue queue = store.get(DeliveryQueue.class);
        Claim claim = queue.claim(DeliveryContract.room(10), now(), Duration.ofSeconds(30)).getFirst();
        told();

        queue.settle(List.of(new Settlement.Sent(claim, "name", now())), FailureFollowUp.NONE, now());

        assertThat(told())
                .containsExactly(new MessageProgressed(
                        whatsApp.id(), message.id(), Status.SENT, message.timeline().reached(Status.SENT, now()), null, "name"));
    }

    @Test
    void aMessageThatGoesOnIsToldAsFailedAndAsWaitingAnew() {
        Message message = traffic.accept(whatsApp, ANA, "Hi");
        told();

        store.get(InboundStore.class)
                .apply(
                        List.of(new Receipt(whatsApp.id(), "name", message.id(), Status.FAILED, UNDELIVERABLE, now(), Json.Members.EMPTY)),
                        (_, _) -> Optional.of(new Reroute(sms, now())),
                        now());

        Message next = store.get(MessageLog.class)
                .message(tenant.live(), found(message).continuedBy())
                .orElseThrow();
        assertThat(told())
                .containsExactly(
                        new MessageProgressed(
                                whatsApp.id(), message.id(), Status.FAILED, message.timeline().reached(Status.FAILED, now()),
                                UNDELIVERABLE, "name", null, next.id()),
                        new ConversationStarted(sms.id(), next.conversationId()),
                        new MessageQueued(sms.id(), next.id(), message.id()));

        store.get(InboundStore.class)
                .apply(
                        List.of(
                                new Receipt(whatsApp.id(), "name", message.id(), Status.DELIVERED, null, now(), Json.Members.EMPTY),
                                new Receipt(sms.id(), "name", next.id(), Status.SENT, null, now(), Json.Members.EMPTY)),
                        FailureFollowUp.NONE,
                        now());
        assertThat(told())
                .filteredOn(event -> event instanceof MessageProgressed)
                .extracting(event -> (MessageProgressed) event)
                .extracting(MessageProgressed::message, MessageProgressed::continues, MessageProgressed::continuedBy)
                .contains(Tuple.tuple(message.id(), null, next.id()), Tuple.tuple(next.id(), message.id(), null));
    }

    private Message found(Message message) {
        return store.get(MessageLog.class).message(tenant.live(), message.id()).orElseThrow();
    }
}
