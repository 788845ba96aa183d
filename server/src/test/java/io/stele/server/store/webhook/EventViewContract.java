package io.stele.server.store.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.core.address.Identity;
import io.stele.core.address.PhoneNumber;
import io.stele.core.channel.Endpoint;
import io.stele.core.channel.EndpointId;
import io.stele.core.contact.ContactBook;
import io.stele.core.conversation.ConversationLog;
import io.stele.core.event.ContactChanged;
import io.stele.core.event.ContactCreated;
import io.stele.core.event.ConversationEnded;
import io.stele.core.event.ConversationStarted;
import io.stele.core.event.EndpointConnected;
import io.stele.core.event.Event;
import io.stele.core.event.EventNumbering;
import io.stele.core.event.MessageEchoed;
import io.stele.core.event.MessageProgressed;
import io.stele.core.event.MessageQueued;
import io.stele.core.event.MessageReceived;
import io.stele.core.event.TemplateChanged;
import io.stele.core.identity.Ksuid;
import io.stele.core.identity.KsuidGenerator;
import io.stele.core.inbound.InboundMessage;
import io.stele.core.inbound.InboundStore;
import io.stele.core.message.Context;
import io.stele.core.message.Failure;
import io.stele.core.message.Json;
import io.stele.core.message.Message;
import io.stele.core.message.MessageId;
import io.stele.core.message.Status;
import io.stele.core.message.Text;
import io.stele.core.message.Timeline;
import io.stele.core.template.TemplateReport;
import io.stele.core.webhook.EventView;
import io.stele.core.webhook.FanOutStore;
import io.stele.server.store.TestStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** {@link EventView}: an event is shown with what it is about, the message as it stood then. */
public abstract class EventViewContract extends WebhookContract {

    private static final Failure FAILURE = new Failure("131026", "Undeliverable", null);

    protected EventViewContract(Supplier<TestStore> opening) {
        super(opening);
    }

    private Message received() {
        return store.get(InboundStore.class)
                .receive(
                        List.of(new InboundMessage(
                                tenant.whatsApp(), new PhoneNumber("+15550100007"), Identity.UNKNOWN, "p1", "Ana", Text.of("x"), Context.NONE, null, now(),
                                List.of())),
                        List.of(new MessageId(store.get(KsuidGenerator.class).next())),
                        now())
                .getFirst();
    }

    private List<EventView> views(Event... events) {
        store.get(EventNumbering.class).number();
        subscriptions.kept(tenant.live());
        later(Duration.ofSeconds(1));
        happen(tenant.live(), events);
        List<EventView> seen = new ArrayList<>();
        fanOut.tellNext(200, (_, views) -> {
            seen.addAll(views);
            return new FanOutStore.Told(List.of(), List.of());
        });
        return seen;
    }

    private EventView view(Event event) {
        return views(event).getFirst();
    }

    /** Makes the message one that goes out, and has come as far as can be. */
    private void sendOut(Message message) {
        store.run("update message set direction = 'OUTBOUND', status = 'READ', queued_at = timestamp with time zone '2026-03-02 08:00:00+00',"
                + " sent_at = timestamp with time zone '2026-03-02 08:00:01+00', read_at = timestamp with time zone '2026-03-02 08:00:02+00',"
                + " to_kind = from_kind, to_address = from_address, from_kind = to_kind, from_address = to_address where provider_message_id = '"
                + message.providerMessageId() + "'");
    }

    @Test
    void aReceivedMessageIsShownWithEverythingAroundIt() {
        Message message = received();
        store.run("update message set read_at = current_timestamp");

        EventView view = view(new MessageReceived(message.endpoint(), message.id(), "p1", true, true));

        assertThat(view.endpoint()).isEqualTo(tenant.whatsApp());
        assertThat(view.message().status()).isEqualTo(Status.RECEIVED);
        assertThat(view.message().timeline()).isEqualTo(message.timeline());
        assertThat(view.message().content()).isEqualTo(message.content());
        assertThat(view.message().updatedAt()).isEqualTo(view.logged().at());
        assertThat(view.conversation()).isEqualTo(store.get(ConversationLog.class).conversation(tenant.live(), message.conversationId()).orElseThrow());
        assertThat(view.thread()).isEqualTo(store.get(ConversationLog.class).thread(tenant.live(), message.threadId()).orElseThrow());
        assertThat(view.contact()).isEqualTo(store.get(ContactBook.class).contact(tenant.live(), message.contactId()).orElseThrow());
    }

    @Test
    void whatIsAboutAnAccountIsShownWithTheConnectedEndpointsOfItInTheScope() {
        Endpoint ours = tenant.whatsApp();
        store.run("insert into endpoint (project_id, id, mode, channel, address_kind, address, connector, phone_number_id, business_account_id,"
                + " name, created_at, updated_at, disconnected_at)"
                + " select project_id, " + store.numberedId() + ", mode, channel, address_kind, concat('+1555010', 9000 + n),"
                + " connector, concat('pn-', n), case n when 4 then 'another' else business_account_id end, name, created_at, updated_at,"
                + " case n when 3 then created_at end from endpoint, " + store.numbers(4) + " where channel = 'WHATSAPP' and mode = 'LIVE'");
        TemplateReport report = new TemplateReport(
                ours.whatsAppNumber().orElseThrow().businessAccountId(), "1", "hello", "en", "APPROVED", null, null, null, null, null,
                Json.Members.EMPTY);

        EventView view = view(new TemplateChanged(report));

        assertThat(view.endpoint()).isNull();
        assertThat(view.account())
                .hasSize(3)
                .contains(ours)
                .extracting(endpoint -> endpoint.whatsAppNumber().orElseThrow().phoneNumberId())
                .contains("pn-1", "pn-2");
    }

    @Test
    void anAcceptedMessageIsShownWaiting() {
        Message message = received();
        sendOut(message);

        Message shown = view(new MessageQueued(message.endpoint(), message.id())).message();

        assertThat(shown.status()).isEqualTo(Status.QUEUED);
        assertThat(shown.timeline()).isEqualTo(Timeline.queued(TestStore.START));
        assertThat(shown.failure()).isNull();
        assertThat(shown.providerMessageId()).isNull();
    }

    @Test
    void aMessageThatHasComeFurtherIsShownWhereItHadCome() {
        Message message = received();
        sendOut(message);
        Timeline sent = Timeline.queued(TestStore.START).reached(Status.SENT, TestStore.START.plusSeconds(1));
        Timeline failed = sent.reached(Status.FAILED, TestStore.START.plusSeconds(2));

        List<EventView> views = views(
                new MessageProgressed(message.endpoint(), message.id(), Status.SENT, sent, null, null),
                new MessageProgressed(message.endpoint(), message.id(), Status.FAILED, failed, FAILURE, "other"));

        assertThat(views.getFirst().message().status()).isEqualTo(Status.SENT);
        assertThat(views.getFirst().message().timeline()).isEqualTo(sent);
        assertThat(views.getFirst().message().failure()).isNull();
        assertThat(views.getFirst().message().providerMessageId()).isEqualTo("p1");
        assertThat(views.getLast().message().status()).isEqualTo(Status.FAILED);
        assertThat(views.getLast().message().timeline()).isEqualTo(failed);
        assertThat(views.getLast().message().failure()).isEqualTo(FAILURE);
        assertThat(views.getLast().message().providerMessageId()).isEqualTo("other");
    }

    @Test
    void anEchoIsShownAsSent() {
        Message message = received();
        sendOut(message);

        Message shown = view(new MessageEchoed(message.endpoint(), message.id(), "p1", false)).message();

        assertThat(shown.status()).isEqualTo(Status.SENT);
        assertThat(shown.timeline().readAt()).isNull();
    }

    @Test
    void conversationsAndPeopleAreShownWithoutAMessage() {
        Message message = received();

        List<EventView> views = views(
                new ConversationStarted(message.endpoint(), message.conversationId()),
                new ConversationEnded(message.endpoint(), message.conversationId(), now()),
                new ContactCreated(message.endpoint(), message.contactId()),
                new ContactChanged(null, message.contactId()));

        assertThat(views).extracting(EventView::message).containsOnlyNulls();
        assertThat(views).extracting(EventView::contact).doesNotContainNull();
        assertThat(views.subList(0, 2)).extracting(view -> view.conversation().id()).containsOnly(message.conversationId());
        assertThat(views.subList(2, 4)).extracting(EventView::conversation).containsOnlyNulls();
        assertThat(views.getLast().endpoint()).isNull();
    }

    @Test
    void whatIsNotThereIsNotShown() {
        EndpointId endpoint = new EndpointId(new Ksuid(1, 2, 3));

        List<EventView> views = views(
                new MessageQueued(endpoint, new MessageId(new Ksuid(3, 2, 1))),
                new ContactCreated(endpoint, UUID.randomUUID()),
                new EndpointConnected(endpoint));

        assertThat(views).hasSize(3).allSatisfy(view -> {
            assertThat(view.endpoint()).isNull();
            assertThat(view.message()).isNull();
            assertThat(view.conversation()).isNull();
            assertThat(view.contact()).isNull();
        });
    }
}
