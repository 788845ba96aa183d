package io.stele.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.stele.core.address.BusinessScopedUserId;
import io.stele.core.address.Identity;
import io.stele.core.address.PhoneNumber;
import io.stele.core.channel.Channel;
import io.stele.core.channel.Endpoint;
import io.stele.core.contact.Contact;
import io.stele.core.contact.ContactBook;
import io.stele.core.conversation.ConversationLog;
import io.stele.core.delivery.FailureFollowUp;
import io.stele.core.inbound.InboundMessage;
import io.stele.core.inbound.InboundStore;
import io.stele.core.inbound.MessageEcho;
import io.stele.core.inbound.Receipt;
import io.stele.core.message.ChannelDetails;
import io.stele.core.message.Context;
import io.stele.core.message.Direction;
import io.stele.core.message.Json;
import io.stele.core.message.Message;
import io.stele.core.message.MessageLog;
import io.stele.core.message.Referral;
import io.stele.core.message.ServiceWindow;
import io.stele.core.message.Status;
import io.stele.core.message.SystemNote;
import io.stele.core.message.Text;
import io.stele.core.message.Timeline;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@link InboundStore}, but for receipts: what comes in is there once, with its person, its window and its conversation. */
public abstract class InboundStoreContract extends StoreContract {

    private static final PhoneNumber ANA = Traffic.person(1);

    private InboundStore inbox;
    private MessageLog log;
    private ConversationLog conversations;
    private Traffic traffic;
    private Endpoint whatsApp;

    protected InboundStoreContract(Supplier<TestStore> opening) {
        super(opening);
    }

    @BeforeEach
    void ports() {
        inbox = store.get(InboundStore.class);
        log = store.get(MessageLog.class);
        conversations = store.get(ConversationLog.class);
        traffic = new Traffic(store);
        whatsApp = tenant.whatsApp();
    }

    private long rows(String table) {
        return store.number("select count(*) from " + table);
    }

    private InboundMessage sentAt(String provider, Instant sentAt) {
        return new InboundMessage(
                whatsApp, ANA, Identity.UNKNOWN, provider, null, Text.of("x"), Context.NONE, null, sentAt, List.of());
    }

    private InboundMessage from(String provider, String profileName) {
        return new InboundMessage(
                whatsApp, ANA, Identity.UNKNOWN, provider, profileName, Text.of("x"), Context.NONE, null, store.clock().instant(), List.of());
    }

    @Test
    void aReceivedMessageIsWhatIsReadBack() {
        Referral referral = new Referral("u", "i", "ad", "h", "b", "image", "iu", null, null, "click", null);
        InboundMessage inbound = new InboundMessage(
                whatsApp, ANA, Identity.UNKNOWN, "wamid.1", "Ana", Text.of("Hi"), new Context(null, true, false, null), referral,
                TestStore.START.minusSeconds(3), List.of());

        Message message = traffic.receive(inbound).getFirst();

        assertThat(log.message(tenant.live(), message.id())).contains(message);
        assertThat(log.messageOfProvider(tenant.live(), "wamid.1")).contains(message);
        assertThat(message.direction()).isEqualTo(Direction.INBOUND);
        assertThat(message.status()).isEqualTo(Status.RECEIVED);
        assertThat(message.timeline()).isEqualTo(Timeline.EMPTY);
        assertThat(message.from()).isEqualTo(ANA);
        assertThat(message.to()).isEqualTo(whatsApp.address());
        assertThat(message.contactName()).isEqualTo("Ana");
        assertThat(message.referral()).isEqualTo(referral);
        assertThat(message.context()).isEqualTo(inbound.context());
        assertThat(message.createdAt()).isEqualTo(TestStore.START.minusSeconds(3));
        assertThat(message.updatedAt()).isEqualTo(TestStore.START);
    }

    @Test
    void aMessageThatIsThereAlreadyChangesNothing() {
        Message first = traffic.receive(whatsApp, ANA, "wamid.1");
        store.clock().advance(Duration.ofMinutes(1));

        Message again = traffic.receive(whatsApp, ANA, "wamid.1");

        assertThat(again).isEqualTo(first);
        assertThat(rows("message")).isEqualTo(1);
        assertThat(store.number("select message_count from conversation")).isEqualTo(1);
        assertThat(store.number("select unread_count from thread")).isEqualTo(1);
    }

    @Test
    void theSameMessageTwiceInOneCallIsOne() {
        List<Message> received = traffic.receive(
                traffic.inbound(whatsApp, ANA, "wamid.1", Text.of("x")), traffic.inbound(whatsApp, ANA, "wamid.1", Text.of("x")));

        assertThat(received.getFirst()).isEqualTo(received.getLast());
        assertThat(rows("message")).isEqualTo(1);
    }

    @Test
    void aProvidersIdMeansAnotherMessageAtAnotherEndpoint() {
        traffic.receive(whatsApp, ANA, "1");
        traffic.receive(tenant.endpoint(Channel.TELEGRAM), ANA, "1");

        assertThat(rows("message")).isEqualTo(2);
    }

    @Test
    void thirtyTwoCopiesAtOnceAreOneMessage() {
        List<Message> copies = Together.times(32, () -> traffic.receive(whatsApp, ANA, "wamid.1"));

        assertThat(copies).containsOnly(copies.getFirst());
        assertThat(rows("message")).isEqualTo(1);
        assertThat(rows("contact")).isEqualTo(1);
        assertThat(rows("conversation")).isEqualTo(1);
        assertThat(store.number("select message_count from thread")).isEqualTo(1);
    }

    @Test
    void manyPeopleWritingAtOnceAreAllHeardOnce() {
        List<Callable<Message>> works = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            int message = i / 2;
            works.add(() -> traffic.receive(whatsApp, Traffic.person(message % 6), "wamid." + message));
        }

        Together.all(works);

        assertThat(rows("message")).isEqualTo(30);
        assertThat(rows("contact")).isEqualTo(6);
        assertThat(store.number("select sum(message_count) from conversation")).isEqualTo(30);
        assertThat(store.number("select sum(unread_count) from thread")).isEqualTo(30);
    }

    @Test
    void aPersonWhoIsWrittenToWhileWritingIsOnePerson() {
        List<Callable<Message>> works = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            String text = "m" + i;
            works.add(i % 2 == 0 ? () -> traffic.receive(whatsApp, ANA, text) : () -> traffic.accept(whatsApp, ANA, text));
        }

        List<Message> messages = Together.all(works);

        assertThat(rows("contact")).isEqualTo(1);
        assertThat(rows("correspondence")).isEqualTo(1);
        assertThat(messages).extracting(Message::conversationId).containsOnly(messages.getFirst().conversationId());
        assertThat(store.number("select message_count from conversation")).isEqualTo(32);
    }

    @Test
    void aPersonsMessageOpensTheWindowForADayAndTheNextOneExtendsIt() {
        ServiceWindow opened = traffic.receive(whatsApp, ANA, "wamid.1").window();
        store.clock().advance(Duration.ofHours(5));
        ServiceWindow extended = traffic.receive(whatsApp, ANA, "wamid.2").window();

        assertThat(opened.startedAt()).isEqualTo(TestStore.START);
        assertThat(opened.expiresAt()).isEqualTo(TestStore.START.plus(Duration.ofHours(24)));
        assertThat(extended).isEqualTo(new ServiceWindow(opened.id(), opened.startedAt(), TestStore.START.plus(Duration.ofHours(29))));
        assertThat(log.messageOfProvider(tenant.live(), "wamid.1").orElseThrow().window()).isEqualTo(opened);
    }

    @Test
    void afterADayAnotherWindowOpens() {
        ServiceWindow first = traffic.receive(whatsApp, ANA, "wamid.1").window();
        store.clock().advance(Duration.ofHours(24));

        ServiceWindow second = traffic.receive(whatsApp, ANA, "wamid.2").window();

        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(second.startedAt()).isEqualTo(TestStore.START.plus(Duration.ofHours(24)));
    }

    @Test
    void aMessageThatComesLateDoesNotMoveTheWindowBack() {
        ServiceWindow window = traffic.receive(whatsApp, ANA, "wamid.2").window();

        traffic.receive(sentAt("wamid.1", TestStore.START.minus(Duration.ofHours(30))));

        assertThat(traffic.receive(sentAt("wamid.3", TestStore.START)).getFirst().window()).isEqualTo(window);
    }

    @Test
    void aClockThatIsAheadOpensNoLongerWindow() {
        Message message = traffic.receive(sentAt("wamid.1", TestStore.START.plus(Duration.ofDays(365)))).getFirst();

        assertThat(message.window().expiresAt()).isEqualTo(TestStore.START.plus(Duration.ofHours(24)));
        assertThat(message.createdAt()).isEqualTo(TestStore.START);
    }

    @Test
    void onlyWhatsAppHasAWindow() {
        assertThat(traffic.receive(tenant.endpoint(Channel.SMS), ANA, "1").window()).isNull();
    }

    @Test
    void theProfileNameIsTakenOverAndAnAbsentOneChangesNothing() {
        traffic.receive(from("wamid.1", "Ana"));
        traffic.receive(from("wamid.2", null));
        Message third = traffic.receive(from("wamid.3", "Ana María")).getFirst();

        Contact contact = store.get(ContactBook.class).contact(tenant.live(), third.contactId()).orElseThrow();
        assertThat(contact.profileName()).isEqualTo("Ana María");
        assertThat(log.messageOfProvider(tenant.live(), "wamid.1").orElseThrow().contactName()).isEqualTo("Ana María");
    }

    private InboundMessage called(String provider, String profileName, @Nullable String username, Instant sentAt) {
        return new InboundMessage(
                whatsApp, ANA, new Identity(null, null, username), provider, profileName, Text.of("x"), Context.NONE, null, sentAt,
                List.of());
    }

    @Test
    void namesThatAnOlderMessageTellsReplaceNoneThatANewerOneTold() {
        Instant now = store.clock().instant();
        traffic.receive(called("wamid.1", "Ana", null, now.minusSeconds(60)));
        traffic.receive(called("wamid.2", "Ana María", "@ana.maria", now.minusSeconds(10)));

        Message late = traffic.receive(called("wamid.3", "Anita", "@anita", now.minusSeconds(30))).getFirst();

        Contact contact = store.get(ContactBook.class).contact(tenant.live(), late.contactId()).orElseThrow();
        assertThat(contact.profileName()).isEqualTo("Ana María");
        assertThat(contact.username()).isEqualTo("@ana.maria");

        traffic.receive(called("wamid.4", "Ana", "@ana", now));

        contact = store.get(ContactBook.class).contact(tenant.live(), late.contactId()).orElseThrow();
        assertThat(contact.profileName()).isEqualTo("Ana");
        assertThat(contact.username()).isEqualTo("@ana");
    }

    @Test
    void anOldMessageThatTellsAUsernameForTheFirstTimeIsHeard() {
        Instant now = store.clock().instant();
        traffic.receive(called("wamid.1", "Ana", null, now));

        Message late = traffic.receive(called("wamid.2", "Anita", "@ana", now.minusSeconds(30))).getFirst();

        Contact contact = store.get(ContactBook.class).contact(tenant.live(), late.contactId()).orElseThrow();
        assertThat(contact.profileName()).isEqualTo("Ana");
        assertThat(contact.username()).isEqualTo("@ana");
    }

    @Test
    void readingMarksTheMessageAndThoseBeforeIt() {
        Message first = traffic.receive(whatsApp, ANA, "wamid.1");
        Message second = traffic.receive(whatsApp, ANA, "wamid.2");
        Message third = traffic.receive(whatsApp, ANA, "wamid.3");
        Instant read = TestStore.START.plusSeconds(60);

        inbox.markRead(tenant.live(), second.id(), read);

        assertThat(log.message(tenant.live(), first.id()).orElseThrow().timeline().readAt()).isEqualTo(read);
        assertThat(log.message(tenant.live(), second.id()).orElseThrow().timeline().readAt()).isEqualTo(read);
        assertThat(log.message(tenant.live(), third.id()).orElseThrow().timeline().readAt()).isNull();
        assertThat(log.message(tenant.live(), second.id()).orElseThrow().status()).isEqualTo(Status.RECEIVED);
        assertThat(conversations.thread(tenant.live(), first.threadId()).orElseThrow().unreadCount()).isEqualTo(1);
    }

    @Test
    void whatWasReadBeforeKeepsItsMoment() {
        Message first = traffic.receive(whatsApp, ANA, "wamid.1");
        inbox.markRead(tenant.live(), first.id(), TestStore.START.plusSeconds(1));
        Message second = traffic.receive(whatsApp, ANA, "wamid.2");

        inbox.markRead(tenant.live(), second.id(), TestStore.START.plusSeconds(2));

        assertThat(log.message(tenant.live(), first.id()).orElseThrow().timeline().readAt())
                .isEqualTo(TestStore.START.plusSeconds(1));
    }

    /** More than is marked in one transaction: the oldest cannot be reached at first, the newest are marked nevertheless. */
    @Test
    void aLongConversationIsMarkedPartByPartFromItsEnd() {
        List<Message> messages = traffic.receive(IntStream.range(0, 1_200)
                .mapToObj(i -> traffic.inbound(whatsApp, ANA, "wamid." + i, Text.of("x")))
                .toArray(InboundMessage[]::new));
        Message last = messages.getLast();
        Throwable failure;
        try (TestStore.Held _ = store.hold("select id from message where provider_message_id = 'wamid.0' for update")) {
            failure = catchThrowable(() -> inbox.markRead(tenant.live(), last.id(), TestStore.START.plusSeconds(1)));
        }
        assertThat(failure).isNotNull();
        assertThat(store.number("select count(*) from message where read_at is not null")).isEqualTo(1_000);
        assertThat(log.message(tenant.live(), last.id()).orElseThrow().timeline().readAt()).isEqualTo(TestStore.START.plusSeconds(1));
        assertThat(store.number("select unread_count from thread")).isEqualTo(200);

        inbox.markRead(tenant.live(), last.id(), TestStore.START.plusSeconds(2));

        assertThat(store.number("select count(*) from message where read_at is null")).isZero();
        assertThat(store.number("select unread_count from thread")).isZero();
        assertThat(log.message(tenant.live(), messages.getFirst().id()).orElseThrow().timeline().readAt())
                .isEqualTo(TestStore.START.plusSeconds(2));
    }

    @Test
    void whatWasSeenIsNotTakenOffTheCountWhenItIsMarked() {
        Message seen = traffic.receive(whatsApp, ANA, "wamid.1");
        conversations.markThreadSeen(tenant.live(), seen.threadId());
        traffic.receive(whatsApp, ANA, "wamid.2");
        Message third = traffic.receive(whatsApp, ANA, "wamid.3");
        traffic.receive(whatsApp, ANA, "wamid.4");

        inbox.markRead(tenant.live(), third.id(), TestStore.START);

        assertThat(conversations.thread(tenant.live(), seen.threadId()).orElseThrow().unreadCount()).isEqualTo(1);
    }

    @Test
    void twoWhoMarkAtOnceMarkEachMessageOnce() {
        List<Message> messages = traffic.receive(IntStream.range(0, 1_200)
                .mapToObj(i -> traffic.inbound(whatsApp, ANA, "wamid." + i, Text.of("x")))
                .toArray(InboundMessage[]::new));

        Together.times(4, () -> {
            inbox.markRead(tenant.live(), messages.get(1_100).id(), TestStore.START);
            return ANA;
        });

        assertThat(store.number("select count(*) from message where read_at is null")).isEqualTo(99);
        assertThat(store.number("select unread_count from thread")).isEqualTo(99);
    }

    @Test
    void readingAgainDoesNotBringBackWhatWasSeen() {
        Message first = traffic.receive(whatsApp, ANA, "wamid.1");
        Message second = traffic.receive(whatsApp, ANA, "wamid.2");
        conversations.markThreadSeen(tenant.live(), first.threadId());
        traffic.receive(whatsApp, ANA, "wamid.3");

        inbox.markRead(tenant.live(), first.id(), TestStore.START);

        assertThat(conversations.thread(tenant.live(), second.threadId()).orElseThrow().unreadCount()).isEqualTo(1);
    }

    @Test
    void anotherScopesMessageAndOneThatWentOutCannotBeMarked() {
        Message inbound = traffic.receive(whatsApp, ANA, "wamid.1");
        Message outbound = traffic.accept(whatsApp, ANA, "x");

        inbox.markRead(tenant.test(), inbound.id(), TestStore.START);
        inbox.markRead(Tenant.found(store).live(), inbound.id(), TestStore.START);
        inbox.markRead(tenant.live(), outbound.id(), TestStore.START);

        assertThat(log.message(tenant.live(), inbound.id())).contains(inbound);
        assertThat(log.message(tenant.live(), outbound.id())).contains(outbound);
    }

    @Test
    void whatTheChannelTellsOfAPersonIsKeptWithTheMessage() {
        Identity identity = new Identity(new BusinessScopedUserId("US.13491208655302741918"), null, "ana.m");
        InboundMessage inbound = new InboundMessage(
                whatsApp, ANA, identity, "wamid.1", null, Text.of("Hi"), Context.NONE, null, store.clock().instant(), List.of());

        Message message = traffic.receive(inbound).getFirst();

        assertThat(message.details()).isEqualTo(ChannelDetails.of(identity));
        assertThat(log.message(tenant.live(), message.id())).contains(message);
    }

    @Test
    void whatTheProjectWroteWithTheChannelsAppIsAMessageToThePerson() {
        Message message = echo("wamid.1");

        assertThat(log.message(tenant.live(), message.id())).contains(message);
        assertThat(message.direction()).isEqualTo(Direction.OUTBOUND);
        assertThat(message.status()).isEqualTo(Status.SENT);
        assertThat(message.details().origin()).isEqualTo(ChannelDetails.Origin.DEVICE);
        assertThat(message.from()).isEqualTo(whatsApp.address());
        assertThat(message.to()).isEqualTo(ANA);
        assertThat(store.number("select unread_count from thread")).isZero();
        assertThat(store.number("select count(*) from delivery")).isZero();
        assertThat(store.number("select count(*) from correspondence where window_id is not null")).isZero();
        assertThat(echo("wamid.1")).isEqualTo(message);
    }

    @Test
    void aReceiptThatCameBeforeItsEchoIsMerged() {
        Json.Members report = new Json.Members(Map.of("status", new Json.Text("delivered")));
        inbox.apply(
                List.of(new Receipt(
                        whatsApp.id(), "wamid.1", null, Status.DELIVERED, null, store.clock().instant(), report)),
                FailureFollowUp.NONE,
                store.clock().instant());

        Message message = log.message(tenant.live(), echo("wamid.1").id()).orElseThrow();

        assertThat(message.status()).isEqualTo(Status.DELIVERED);
        assertThat(message.details().reports()).containsExactly(report);
    }

    @Test
    void whatTheProviderReportsIsKeptAsItCameOnceOfEachKind() {
        Message message = traffic.accept(whatsApp, ANA, "Hi");
        Json.Members sent = new Json.Members(Map.of("status", new Json.Text("sent"), "n", new Json.Number(BigDecimal.ONE)));
        Json.Members again = new Json.Members(Map.of("status", new Json.Text("sent"), "n", new Json.Number(BigDecimal.TWO)));
        Json.Members read = new Json.Members(Map.of("status", new Json.Text("read")));
        for (Json.Members report : List.of(sent, again, read)) {
            inbox.apply(
                    List.of(new Receipt(
                            whatsApp.id(), "wamid.1", message.id(), report == read ? Status.READ : Status.SENT, null,
                            store.clock().instant(), report)),
                    FailureFollowUp.NONE,
                    store.clock().instant());
        }

        assertThat(log.message(tenant.live(), message.id()).orElseThrow().details().reports())
                .containsExactly(sent, read);
    }

    @Test
    void whatTheChannelItselfSaysOpensNoWindow() {
        Message message = traffic.receive(traffic.inbound(
                        whatsApp, ANA, "wamid.1", new SystemNote("user_changed_number", "x", null, Json.Members.EMPTY)))
                .getFirst();

        assertThat(message.window()).isNull();
    }

    private Message echo(String provider) {
        return inbox.receive(
                        List.of(new MessageEcho(
                                whatsApp, ANA, Identity.UNKNOWN, provider, Text.of("From the phone"), Context.NONE,
                                store.clock().instant())),
                        List.of(traffic.newId()),
                        store.clock().instant())
                .getFirst();
    }
}
