package io.stele.adapters.webhook;

import io.stele.core.account.AccountReport;
import io.stele.core.address.BusinessScopedUserId;
import io.stele.core.address.EmailAddress;
import io.stele.core.address.Identity;
import io.stele.core.address.PhoneNumber;
import io.stele.core.channel.Channel;
import io.stele.core.channel.Endpoint;
import io.stele.core.channel.EndpointId;
import io.stele.core.channel.SenderId;
import io.stele.core.contact.Contact;
import io.stele.core.contact.MarketingPreference;
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
import io.stele.core.message.ChannelDetails;
import io.stele.core.message.Content;
import io.stele.core.message.Context;
import io.stele.core.message.Cost;
import io.stele.core.message.Direction;
import io.stele.core.message.Failure;
import io.stele.core.message.Json;
import io.stele.core.message.Message;
import io.stele.core.message.MessageId;
import io.stele.core.message.Referral;
import io.stele.core.message.ServiceWindow;
import io.stele.core.message.Status;
import io.stele.core.message.Timeline;
import io.stele.core.project.AppId;
import io.stele.core.project.Mode;
import io.stele.core.project.ProjectId;
import io.stele.core.project.Scope;
import io.stele.core.template.TemplateReport;
import io.stele.core.webhook.EventView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Events of a made-up project, with what they are about. */
public final class Views {

    public static final Instant AT = Instant.parse("2026-03-02T09:15:04.400Z");
    public static final ProjectId PROJECT = new ProjectId(new UUID(0, 4));
    public static final SenderId SENDER = new SenderId(new UUID(0, 8));
    public static final AppId APP = new AppId(ksuid("2wHz9Rk3LmNbVcXzQwErTyUiOpA"));
    public static final UUID THREAD = new UUID(0, 12);
    public static final UUID PERSON = new UUID(0, 16);
    public static final EndpointId ENDPOINT = new EndpointId(ksuid("2wHyB1vRk7TnQmZs4LpXcDfGjKa"));
    public static final MessageId MESSAGE = new MessageId(ksuid("2wJ0cQ8rTfYk5LmPz3VnBxGhAeS"));
    public static final PhoneNumber OURS = new PhoneNumber("+15550100001");
    public static final PhoneNumber THEIRS = new PhoneNumber("+15550102233");

    /** When the message's steps were taken. */
    public static final Instant CREATED = Instant.parse("2026-03-02T09:15:00Z");

    public static final Timeline ALL_THE_WAY = new Timeline(
            CREATED, CREATED.plusSeconds(1), CREATED.plusSeconds(2), CREATED.plusSeconds(3), null);
    public static final Timeline TO_FAILURE = new Timeline(CREATED, CREATED.plusSeconds(1), null, null, CREATED.plusSeconds(2));
    public static final Failure UNDELIVERABLE = new Failure("131026", "Message undeliverable", "Not on WhatsApp");

    private static final UUID CONVERSATION = new UUID(0, 20);
    private static final UUID EVENT = UUID.fromString("018f0000-0000-7000-8000-000000000001");

    private Views() {}

    public static Ksuid ksuid(String text) {
        return Ksuid.parse(text).orElseThrow();
    }

    public static Scope scope(Mode mode) {
        return new Scope(PROJECT, mode);
    }

    /** A whole view of an event about this message. */
    public static EventView of(Event event, Message message) {
        return new EventView(
                logged(event, message.scope()), endpoint(message.channel(), message.scope()), message, null, null, person());
    }

    /** A whole view of an event about no message. */
    public static EventView of(Event event) {
        return new EventView(
                logged(event, scope(Mode.LIVE)), endpoint(Channel.WHATSAPP, scope(Mode.LIVE)), null, null, null, person());
    }

    public static LoggedEvent logged(Event event, Scope scope) {
        return new LoggedEvent(7, EVENT, scope, AT, event);
    }

    public static Endpoint endpoint(Channel channel, Scope scope) {
        return new Endpoint(
                ENDPOINT,
                scope,
                SENDER,
                APP,
                channel,
                OURS,
                "sandbox",
                channel == Channel.WHATSAPP ? new Endpoint.WhatsAppNumber("1001", "2002") : null,
                "Desk",
                CREATED);
    }

    public static Contact person() {
        return new Contact(
                PERSON,
                scope(Mode.LIVE),
                "Ana R.",
                null,
                "Ana of Sales",
                null,
                Json.Members.EMPTY,
                List.of(THEIRS, new BusinessScopedUserId("US.13491208655302741918")),
                CREATED,
                CREATED.plusSeconds(5));
    }

    public static Message inbound(Content content) {
        return inbound(content, Channel.WHATSAPP, Context.NONE, null);
    }

    public static Message inbound(Content content, Channel channel, Context context, @Nullable Referral referral) {
        return message(Direction.INBOUND, scope(Mode.LIVE), content, channel, context, referral, Status.RECEIVED, Timeline.EMPTY);
    }

    public static Message outbound(Content content, Mode mode, Channel channel) {
        return message(
                Direction.OUTBOUND,
                scope(mode),
                content,
                channel,
                Context.NONE,
                null,
                Status.QUEUED,
                Timeline.queued(CREATED));
    }

    private static Message message(
            Direction direction,
            Scope scope,
            Content content,
            Channel channel,
            Context context,
            @Nullable Referral referral,
            Status status,
            Timeline timeline) {
        boolean inbound = direction == Direction.INBOUND;
        return new Message(
                MESSAGE,
                scope,
                direction,
                channel,
                ENDPOINT,
                SENDER,
                inbound ? THEIRS : OURS,
                inbound ? OURS : THEIRS,
                content,
                context,
                referral,
                status,
                timeline,
                null,
                Cost.UNKNOWN,
                ChannelDetails.NONE,
                THREAD,
                CONVERSATION,
                PERSON,
                "Ana R.",
                channel == Channel.WHATSAPP
                        ? new ServiceWindow(ksuid("2wJ0cQ8sAaBbCcDdEeFfGgHhIiJ"), CREATED, CREATED.plus(ServiceWindow.LENGTH))
                        : null,
                "wamid.provider",
                null,
                false,
                null,
                null,
                Map.of(),
                CREATED,
                CREATED);
    }

    public static MessageReceived received(boolean startsThread) {
        return new MessageReceived(ENDPOINT, MESSAGE, "wamid.provider", startsThread, startsThread);
    }

    public static MessageEchoed echoed() {
        return new MessageEchoed(ENDPOINT, MESSAGE, "wamid.provider", false);
    }

    public static MessageQueued queued() {
        return new MessageQueued(ENDPOINT, MESSAGE);
    }

    /** A step; of a failure with its reason. */
    public static MessageProgressed progressed(Status status) {
        return switch (status) {
            case FAILED -> progressed(UNDELIVERABLE);
            case SENT -> progressed(status, new Timeline(CREATED, CREATED.plusSeconds(1), null, null, null));
            case DELIVERED ->
                progressed(status, new Timeline(CREATED, CREATED.plusSeconds(1), CREATED.plusSeconds(2), null, null));
            case HELD, QUEUED, SENDING, READ, RECEIVED -> progressed(status, ALL_THE_WAY);
        };
    }

    public static MessageProgressed progressed(Failure failure) {
        return new MessageProgressed(ENDPOINT, MESSAGE, Status.FAILED, TO_FAILURE, failure, null);
    }

    private static MessageProgressed progressed(Status status, Timeline timeline) {
        return new MessageProgressed(ENDPOINT, MESSAGE, status, timeline, null, null);
    }

    public static TemplateChanged template(
            @Nullable String status, @Nullable String category, @Nullable String previous, @Nullable String reason) {
        return new TemplateChanged(
                new TemplateReport(
                        "2002", "77001", "order_update", "es", status, category, previous, null, reason, null, Json.Members.EMPTY));
    }

    /** Everything that can happen to a message. */
    public static Stream<Event> ofMessages() {
        return Stream.of(
                queued(),
                progressed(Status.SENT),
                progressed(Status.DELIVERED),
                progressed(Status.READ),
                progressed(Status.FAILED),
                new MessagePlayed(ENDPOINT, MESSAGE, AT),
                progressed(new Failure("EXPIRED", "Too late", null)),
                received(true),
                received(false),
                echoed());
    }

    /** Everything else that can happen. */
    public static Stream<Event> ofOthers() {
        return Stream.of(
                new ConversationStarted(ENDPOINT, CONVERSATION),
                new ConversationEnded(ENDPOINT, CONVERSATION, AT),
                new ContactCreated(ENDPOINT, PERSON),
                new ContactChanged(ENDPOINT, PERSON),
                new ContactChanged(null, PERSON),
                new IdentityChanged(ENDPOINT, PERSON, Identity.UNKNOWN),
                new MarketingPreferenceChanged(
                        ENDPOINT,
                        PERSON,
                        new MarketingPreference(
                                MarketingPreference.Wish.STOP, AT, MarketingPreference.Source.MESSAGE, "STOP"),
                        null),
                template("APPROVED", null, null, null),
                template(null, "UTILITY", "MARKETING", null),
                new AccountChanged(new AccountReport(
                        "2002", AccountReport.Kind.DISABLED, "DISABLED_UPDATE", AT, Json.Members.EMPTY)),
                new EndpointConnected(ENDPOINT),
                new EndpointDisconnected(ENDPOINT));
    }

    /** A person whom WhatsApp does not know. */
    public static Contact emailer() {
        return new Contact(
                PERSON,
                scope(Mode.LIVE),
                null,
                null,
                null,
                null,
                Json.Members.EMPTY,
                List.of(new EmailAddress("ana@example.com")),
                CREATED,
                CREATED);
    }
}
