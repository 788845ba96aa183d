package io.stele.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.core.address.Identity;
import io.stele.core.address.PhoneNumber;
import io.stele.core.channel.Channel;
import io.stele.core.channel.Endpoint;
import io.stele.core.contact.ContactBook;
import io.stele.core.contact.ContactChange;
import io.stele.core.contact.Renaming;
import io.stele.core.conversation.Conversation;
import io.stele.core.conversation.ConversationLog;
import io.stele.core.delivery.Claim;
import io.stele.core.delivery.DeliveryQueue;
import io.stele.core.delivery.FailureFollowUp;
import io.stele.core.delivery.Reroute;
import io.stele.core.delivery.Settlement;
import io.stele.core.event.ContactChanged;
import io.stele.core.event.ContactCreated;
import io.stele.core.event.ConversationEnded;
import io.stele.core.event.ConversationStarted;
import io.stele.core.event.Event;
import io.stele.core.event.EventKind;
import io.stele.core.event.EventLog;
import io.stele.core.event.EventNumbering;
import io.stele.core.event.LoggedEvent;
import io.stele.core.event.MessagePlayed;
import io.stele.core.event.MessageProgressed;
import io.stele.core.event.MessageQueued;
import io.stele.core.event.MessageReceived;
import io.stele.core.housekeeping.Chore;
import io.stele.core.inbound.InboundMessage;
import io.stele.core.inbound.InboundStore;
import io.stele.core.inbound.MessageEcho;
import io.stele.core.inbound.Receipt;
import io.stele.core.intake.Decision;
import io.stele.core.intake.IntakeStore;
import io.stele.core.message.Context;
import io.stele.core.message.Failure;
import io.stele.core.message.Json;
import io.stele.core.message.Message;
import io.stele.core.message.MessageLog;
import io.stele.core.message.Status;
import io.stele.core.message.Text;
import io.stele.core.message.Timeline;
import io.stele.core.refusal.Rejection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens is told in the event log, once, by the transaction in which it happens. */
public abstract class ToldContract extends StoreContract {

    private static final PhoneNumber ANA = Traffic.person(1);
    private static final Failure UNDELIVERABLE = new Failure("131026", "Undeliverable", null);

    private Traffic traffic;
    private Endpoint whatsApp;
    private Endpoint sms;
    private long seen;

    protected ToldContract(Supplier<TestStore> opening) {
        super(opening);
    }

    @BeforeEach
    void ports() {
        traffic = new Traffic(store);
        whatsApp = tenant.whatsApp();
        sms = tenant.endpoint(Channel.SMS);
        seen = 0;
        told();
    }

    /** What has been told since this was last asked. */
    private List<Event> told() {
        store.get(EventNumbering.class).number();
        List<LoggedEvent> logged = store.get(EventLog.class).after(tenant.live(), seen, 1_000);
        seen = logged.isEmpty() ? seen : logged.getLast().position();
        return logged.stream().map(LoggedEvent::event).toList();
    }

    private Instant now() {
        return store.clock().instant();
    }

    private InboundMessage from(String provider, String profileName) {
        return new InboundMessage(
                whatsApp, ANA, Identity.UNKNOWN, provider, profileName, Text.of("x"), Context.NONE, null, now(), List.of());
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

    private void keepHouse() {
        store.all(Chore.class).forEach(chore -> {
            while (chore.doPart(now())) {
                // there is more
            }
        });
    }

    @Test
    void aFirstMessageFromAPersonTellsOfThemAndOfTheConversation() {
        Message message = traffic.receive(whatsApp, ANA, "wamid.1");

        assertThat(told())
                .containsExactly(
                        new ContactCreated(whatsApp.id(), message.contactId()),
                        new ConversationStarted(whatsApp.id(), message.conversationId()),
                        new MessageReceived(whatsApp.id(), message.id(), "wamid.1", true, true));
    }

    @Test
    void aFurtherMessageTellsOfItselfOnly() {
        traffic.receive(whatsApp, ANA, "wamid.1");
        told();

        Message message = traffic.receive(whatsApp, ANA, "wamid.2");

        assertThat(told()).containsExactly(new MessageReceived(whatsApp.id(), message.id(), "wamid.2", false, false));
    }

    @Test
    void twoFirstMessagesAtOnceStartOneConversation() {
        List<Message> messages = traffic.receive(
                traffic.inbound(whatsApp, ANA, "wamid.1", Text.of("x")),
                traffic.inbound(whatsApp, ANA, "wamid.2", Text.of("x")));

        assertThat(told())
                .containsExactly(
                        new ContactCreated(whatsApp.id(), messages.getFirst().contactId()),
                        new ConversationStarted(whatsApp.id(), messages.getFirst().conversationId()),
                        new MessageReceived(whatsApp.id(), messages.getFirst().id(), "wamid.1", true, true),
                        new MessageReceived(whatsApp.id(), messages.getLast().id(), "wamid.2", false, false));
    }

    @Test
    void whatWasReportedOfAnEchoBeforeItCameIsToldAfterIt() {
        report(new Receipt(whatsApp.id(), "wamid.1", null, Status.DELIVERED, null, now(), Json.Members.EMPTY));

        store.get(InboundStore.class)
                .receive(
                        List.of(new MessageEcho(
                                whatsApp, ANA, Identity.UNKNOWN, "wamid.1", Text.of("From the phone"), Context.NONE, now())),
                        List.of(traffic.newId()),
                        now());

        assertThat(told()).last().isInstanceOf(MessageProgressed.class);
    }

    @Test
    void aMessageThatIsThereAlreadyTellsNothing() {
        traffic.receive(whatsApp, ANA, "wamid.1");
        told();

        traffic.receive(whatsApp, ANA, "wamid.1");

        assertThat(told()).isEmpty();
    }

    @Test
    void thePersonIsToldOfOnceThoughTheyWriteByTwoChannels() {
        traffic.receive(whatsApp, ANA, "wamid.1");
        told();

        Message message = traffic.receive(sms, ANA, "sms.1");

        assertThat(told())
                .containsExactly(
                        new ConversationStarted(sms.id(), message.conversationId()),
                        new MessageReceived(sms.id(), message.id(), "sms.1", true, false));
    }

    @Test
    void anAcceptedMessageIsTold() {
        Message message = traffic.accept(whatsApp, ANA, "Hi");

        assertThat(told())
                .containsExactly(
                        new ContactCreated(whatsApp.id(), message.contactId()),
                        new ConversationStarted(whatsApp.id(), message.conversationId()),
                        new MessageQueued(whatsApp.id(), message.id()));
    }

    @Test
    void aNameThatAPersonTakesIsToldWhenItIsNew() {
        Message message = traffic.receive(from("wamid.1", "Ana")).getFirst();
        assertThat(told()).hasAtLeastOneElementOfType(ContactCreated.class).doesNotHaveAnyElementsOfTypes(ContactChanged.class);

        traffic.receive(from("wamid.2", "Ana"));
        assertThat(told()).hasOnlyElementsOfType(MessageReceived.class);

        traffic.receive(from("wamid.3", "Ana María"));
        assertThat(told()).contains(new ContactChanged(whatsApp.id(), message.contactId()));
    }

    @Test
    void aNameThatTheProjectGivesIsToldWhenItIsNew() {
        Message message = traffic.receive(whatsApp, ANA, "wamid.1");
        told();
        ContactChange change = new ContactChange(null, new Renaming("Ana of sales"), null);

        store.get(ContactBook.class).change(tenant.live(), message.contactId(), change, now());
        assertThat(told()).containsExactly(new ContactChanged(null, message.contactId()));

        store.get(ContactBook.class).change(tenant.live(), message.contactId(), change, now());
        assertThat(told()).isEmpty();
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

    @Test
    void aConversationThatIsEndedIsToldOnce() {
        Message message = traffic.receive(whatsApp, ANA, "wamid.1");
        told();
        store.clock().advance(Duration.ofMinutes(1));
        ConversationLog conversations = store.get(ConversationLog.class);

        conversations.end(tenant.live(), message.conversationId(), now());
        conversations.end(tenant.live(), message.conversationId(), now());

        assertThat(told()).containsExactly(new ConversationEnded(whatsApp.id(), message.conversationId(), now()));
    }

    @Test
    void aConversationThatAnotherFollowsEndedWithItsSilence() {
        Message first = traffic.receive(whatsApp, ANA, "wamid.1");
        told();
        store.clock().advance(Conversation.SILENCE.plusHours(1));

        Message next = traffic.receive(whatsApp, ANA, "wamid.2");

        assertThat(told())
                .containsExactly(
                        new ConversationEnded(
                                whatsApp.id(), first.conversationId(), TestStore.START.plus(Conversation.SILENCE)),
                        new ConversationStarted(whatsApp.id(), next.conversationId()),
                        new MessageReceived(whatsApp.id(), next.id(), "wamid.2", true, false));
    }

    @Test
    void aConversationThatFallsSilentEndsWithoutAnybodysDoing() {
        Message first = traffic.receive(whatsApp, ANA, "wamid.1");
        store.clock().advance(Conversation.SILENCE.minusHours(1));
        traffic.receive(whatsApp, ANA, "wamid.2");
        told();

        store.clock().advance(Duration.ofHours(2));
        keepHouse();
        assertThat(told()).isEmpty();

        store.clock().advance(Conversation.SILENCE);
        keepHouse();
        keepHouse();
        Instant end = TestStore.START.plus(Conversation.SILENCE.multipliedBy(2)).minus(Duration.ofHours(1));
        assertThat(told()).containsExactly(new ConversationEnded(whatsApp.id(), first.conversationId(), end));
        assertThat(store.get(ConversationLog.class).conversation(tenant.live(), first.conversationId()))
                .hasValueSatisfying(conversation -> assertThat(conversation.endedAt()).isEqualTo(end));
    }

    @Test
    void aConversationThatIsOpenedAgainEndsAgain() {
        Message message = traffic.receive(whatsApp, ANA, "wamid.1");
        ConversationLog conversations = store.get(ConversationLog.class);
        conversations.end(tenant.live(), message.conversationId(), now());
        store.clock().advance(Conversation.SILENCE);
        keepHouse();
        conversations.reopen(tenant.live(), message.conversationId(), now());
        told();

        store.clock().advance(Conversation.SILENCE);
        keepHouse();

        assertThat(told()).containsExactly(new ConversationEnded(whatsApp.id(), message.conversationId(), now()));
    }

    @Test
    void twoWhoKeepHouseAtOnceTellAnEndOnce() {
        IntStream.range(0, 300).forEach(i -> traffic.receive(whatsApp, Traffic.person(i), "wamid." + i));
        told();
        store.clock().advance(Conversation.SILENCE);

        Together.times(4, () -> {
            keepHouse();
            return seen;
        });

        assertThat(told()).hasSize(300).hasOnlyElementsOfType(ConversationEnded.class);
    }

    @Test
    void whatIsNotWrittenIsNotTold() {
        traffic.accept(whatsApp, ANA, "Hi");
        told();

        store.get(IntakeStore.class)
                .write(
                        List.of(traffic.submission(whatsApp, Traffic.person(2), Text.of("x"))),
                        (_, _) -> new Decision.Refuse(new Rejection.WindowClosed()));

        assertThat(told()).isEmpty();
    }
}
