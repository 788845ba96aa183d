package io.stele.adapters.kapso.webhook;

import io.stele.adapters.kapso.Samples;
import io.stele.core.account.AccountReport;
import io.stele.core.address.Address;
import io.stele.core.address.BusinessScopedUserId;
import io.stele.core.address.Identity;
import io.stele.core.channel.Channel;
import io.stele.core.channel.Endpoint;
import io.stele.core.contact.Contact;
import io.stele.core.contact.MarketingPreference;
import io.stele.core.conversation.Conversation;
import io.stele.core.event.AccountChanged;
import io.stele.core.event.ContactChanged;
import io.stele.core.event.ContactCreated;
import io.stele.core.event.ConversationEnded;
import io.stele.core.event.ConversationStarted;
import io.stele.core.event.EndpointConnected;
import io.stele.core.event.EndpointDisconnected;
import io.stele.core.event.Event;
import io.stele.core.event.IdentityChanged;
import io.stele.core.event.LoggedEvent;
import io.stele.core.event.MarketingPreferenceChanged;
import io.stele.core.event.MessageEchoed;
import io.stele.core.event.MessagePlayed;
import io.stele.core.event.MessageProgressed;
import io.stele.core.event.MessageQueued;
import io.stele.core.event.MessageReceived;
import io.stele.core.event.TemplateChanged;
import io.stele.core.identity.Ksuid;
import io.stele.core.message.Content;
import io.stele.core.message.ContentKind;
import io.stele.core.message.Context;
import io.stele.core.message.Direction;
import io.stele.core.message.Failure;
import io.stele.core.message.Json;
import io.stele.core.message.Message;
import io.stele.core.message.MessageId;
import io.stele.core.message.Status;
import io.stele.core.message.Text;
import io.stele.core.message.Timeline;
import io.stele.core.template.TemplateReport;
import io.stele.core.webhook.EventView;
import io.stele.core.webhook.SilenceView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Things that happen at a WhatsApp number, as subscribers see them. */
final class Happenings {

    static final Endpoint NUMBER = endpoint(Channel.WHATSAPP, new Endpoint.WhatsAppNumber("208745501", "31500042"));
    static final UUID EVENT = UUID.fromString("019caa12-7c00-7000-8000-000000000029");
    static final UUID CONTACT = UUID.fromString("5b1e7a52-93c5-4f57-8c3e-2f4d6a9b0c11");
    static final Instant AT = Samples.AT;
    static final Address USER = new BusinessScopedUserId("US.13491208655302741918");
    static final Failure FAILURE = new Failure("131026", "Message undeliverable", "Not on WhatsApp");
    static final MarketingPreference STOP =
            new MarketingPreference(MarketingPreference.Wish.STOP, AT, MarketingPreference.Source.MESSAGE, "STOP");

    private static final MessageId MESSAGE = new MessageId(new Ksuid(7, 8, 9));

    private Happenings() {}

    static Endpoint endpoint(Channel channel, Endpoint.@Nullable WhatsAppNumber number) {
        return new Endpoint(
                Samples.ENDPOINT, Samples.SCOPE, null, null, channel, Samples.OWN, "sandbox", number, "Support", AT);
    }

    static EventView view(Event event, @Nullable Message message) {
        return view(event, message, conversation(null), contact());
    }

    static EventView view(
            Event event,
            @Nullable Message message,
            @Nullable Conversation conversation,
            @Nullable Contact contact) {
        return new EventView(logged(event), NUMBER, message, conversation, null, contact);
    }

    static LoggedEvent logged(Event event) {
        return new LoggedEvent(41, EVENT, Samples.SCOPE, AT.plusSeconds(5), event);
    }

    static EventView received(Message message) {
        return view(receivedEvent(false), message);
    }

    static MessageReceived receivedEvent(boolean startsConversation) {
        return new MessageReceived(Samples.ENDPOINT, MESSAGE, "wamid.IN", startsConversation, startsConversation);
    }

    static EventView echoed(Message message) {
        return view(echoedEvent(), message);
    }

    static MessageEchoed echoedEvent() {
        return new MessageEchoed(Samples.ENDPOINT, MESSAGE, "wamid.ECHO", true);
    }

    /** A message that came as far as this, one second for each step. */
    static EventView progressed(Status status, Content content) {
        return progressed(status, content, Samples.CUSTOMER);
    }

    static EventView progressed(Status status, Content content, Address recipient) {
        Timeline timeline = timeline(status);
        Failure failure = status == Status.FAILED ? FAILURE : null;
        return view(
                progressedEvent(status),
                Samples.message(
                        Direction.OUTBOUND, content, Context.NONE, recipient, status, timeline, failure, "wamid.UP"));
    }

    static MessageProgressed progressedEvent(Status status) {
        return new MessageProgressed(
                Samples.ENDPOINT, MESSAGE, status, timeline(status), status == Status.FAILED ? FAILURE : null, "wamid.UP");
    }

    private static Timeline timeline(Status status) {
        Timeline timeline = Timeline.queued(AT);
        List<Status> steps =
                switch (status) {
                    case HELD, QUEUED, SENDING, RECEIVED -> List.of();
                    case SENT -> List.of(Status.SENT);
                    case DELIVERED -> List.of(Status.SENT, Status.DELIVERED);
                    case READ -> List.of(Status.SENT, Status.DELIVERED, Status.READ);
                    case FAILED -> List.of(Status.SENT, Status.FAILED);
                };
        for (int i = 0; i < steps.size(); i++) {
            timeline = timeline.reached(steps.get(i), AT.plusSeconds(i + 1));
        }
        return timeline;
    }

    static SilenceView silence(@Nullable Message last) {
        return new SilenceView(NUMBER, conversation(null), last, AT.plusSeconds(3600));
    }

    static IdentityChanged identityChanged() {
        return new IdentityChanged(
                Samples.ENDPOINT,
                CONTACT,
                new Identity(new BusinessScopedUserId("US.20000000000000000001"), null, "@mara"));
    }

    static MarketingPreferenceChanged preferenceChanged(
            MarketingPreference preference, @Nullable MarketingPreference previous) {
        return new MarketingPreferenceChanged(Samples.ENDPOINT, CONTACT, preference, previous);
    }

    static TemplateChanged templateChanged(
            String id, @Nullable String status, @Nullable String category, @Nullable String previousCategory) {
        return new TemplateChanged(
                new TemplateReport(
                        "31500042",
                        id,
                        "parcel_ready",
                        "de",
                        status,
                        category,
                        previousCategory,
                        null,
                        status == null ? null : "NONE",
                        null,
                        new Json.Members(Map.of(
                                "message_template_name", new Json.Text("another"), "note", new Json.Text("kept")))));
    }

    static AccountChanged accountChanged(AccountReport.Kind kind) {
        return new AccountChanged(new AccountReport(
                "31500042",
                kind,
                "ACCOUNT_VIOLATION",
                AT,
                new Json.Members(Map.of(
                        "event", new Json.Text("ACCOUNT_VIOLATION"),
                        "violation_info", new Json.Members(Map.of("violation_type", new Json.Text("ADULT")))))));
    }

    /** What is about the number's account, as one is told who is told of no number. */
    static EventView ofAccount(AccountReport.Kind kind) {
        return new EventView(
                logged(accountChanged(kind)), null, null, null, null, null, null, List.of(NUMBER));
    }

    /** One of every kind of event. */
    static List<Event> events() {
        return List.of(
                new MessageQueued(Samples.ENDPOINT, MESSAGE),
                progressedEvent(Status.SENT),
                progressedEvent(Status.DELIVERED),
                progressedEvent(Status.READ),
                progressedEvent(Status.FAILED),
                new MessagePlayed(Samples.ENDPOINT, MESSAGE, AT),
                receivedEvent(true),
                echoedEvent(),
                new ConversationStarted(Samples.ENDPOINT, Samples.CONVERSATION),
                new ConversationEnded(Samples.ENDPOINT, Samples.CONVERSATION, AT),
                new ContactCreated(Samples.ENDPOINT, CONTACT),
                new ContactChanged(null, CONTACT),
                identityChanged(),
                preferenceChanged(STOP, null),
                templateChanged("560011223344", "APPROVED", "UTILITY", "MARKETING"),
                accountChanged(AccountReport.Kind.VIOLATION),
                new EndpointConnected(Samples.ENDPOINT),
                new EndpointDisconnected(Samples.ENDPOINT));
    }

    static Message text() {
        return Samples.inbound(Text.of("Ist mein Paket da?"));
    }

    static Conversation conversation(@Nullable Instant endedAt) {
        return new Conversation(
                Samples.CONVERSATION,
                Samples.SCOPE,
                Samples.ENDPOINT,
                Samples.CUSTOMER,
                CONTACT,
                "Mara",
                null,
                AT,
                AT,
                AT,
                endedAt,
                AT,
                null,
                2,
                new Conversation.LastMessage(
                        MESSAGE, Direction.INBOUND, Channel.WHATSAPP, "wamid.IN", ContentKind.TEXT, "Ist mein Paket da?", AT));
    }

    static Contact contact() {
        return new Contact(
                CONTACT,
                Samples.SCOPE,
                "Mara",
                null,
                "Mara K.",
                "c-7",
                new Json.Members(Map.of("tier", new Json.Text("gold"))),
                List.of(Samples.CUSTOMER, USER),
                AT,
                AT);
    }
}
