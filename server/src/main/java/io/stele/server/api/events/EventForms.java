package io.stele.server.api.events;

import io.stele.adapters.chirp.ChirpIds;
import io.stele.adapters.kapso.KapsoIds;
import io.stele.adapters.zavu.ZavuIds;
import io.stele.core.account.AccountReport;
import io.stele.core.address.BusinessScopedUserId;
import io.stele.core.address.Identity;
import io.stele.core.channel.Channel;
import io.stele.core.channel.Directory;
import io.stele.core.channel.EndpointId;
import io.stele.core.channel.SenderId;
import io.stele.core.contact.MarketingPreference;
import io.stele.core.event.AccountChanged;
import io.stele.core.event.ContactChanged;
import io.stele.core.event.ContactCreated;
import io.stele.core.event.ConversationEnded;
import io.stele.core.event.ConversationReopened;
import io.stele.core.event.ConversationStarted;
import io.stele.core.event.EndpointConnected;
import io.stele.core.event.EndpointDisconnected;
import io.stele.core.event.EventKind;
import io.stele.core.event.IdentityChanged;
import io.stele.core.event.LoggedEvent;
import io.stele.core.event.MarketingPreferenceChanged;
import io.stele.core.event.MessageEchoed;
import io.stele.core.event.MessagePlayed;
import io.stele.core.event.MessageProgressed;
import io.stele.core.event.MessageQueued;
import io.stele.core.event.MessageReceived;
import io.stele.core.event.TemplateChanged;
import io.stele.core.message.Direction;
import io.stele.core.message.Failure;
import io.stele.core.message.Json;
import io.stele.core.message.MessageId;
import io.stele.core.message.MessageReference;
import io.stele.core.message.Timeline;
import io.stele.core.project.Mode;
import io.stele.core.project.Scope;
import io.stele.core.template.TemplateReport;
import io.stele.server.store.json.Members;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Events as readers of the log get them: a flat object, in which what belongs to a project is named by the ids that the APIs show. A member
 * without a value is left out.
 */
@Singleton
final class EventForms {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final KapsoIds kapsoIds;
    private final Directory directory;

    EventForms(KapsoIds kapsoIds, Directory directory) {
        this.kapsoIds = kapsoIds;
        this.directory = directory;
    }

    /** The event as JSON. */
    Json.Members of(LoggedEvent logged) {
        Mode mode = logged.scope().mode();
        EndpointId endpoint = logged.event().endpoint();
        Members form = new Members()
                .with("position", (Long) logged.position())
                .with("id", logged.id())
                .with("type", EventKind.of(logged.event()).word())
                .with("at", moment(logged.at()))
                .with("mode", word(mode))
                .with("endpoint", endpoint == null ? null : endpoint(logged.scope(), endpoint));
        return switch (logged.event()) {
            case MessageQueued(_, var message, var continues) -> form.with("message", outbound(message, mode, null))
                    .with("continues", continued(continues, mode))
                    .build();
            case MessageProgressed(_, var message, var status, var timeline, var failure, var provider, var continues, _) ->
                form.with("message", outbound(message, mode, provider))
                    .with("status", word(status))
                    .with("timeline", timeline(timeline))
                    .with("failure", failure == null ? null : failure(failure))
                    .with("continues", continued(continues, mode))
                    .build();
            case MessagePlayed(_, var message, var playedAt) -> form.with("message", outbound(message, mode, null))
                    .with("playedAt", moment(playedAt))
                    .build();
            case MessageReceived(_, var message, var provider, boolean startsConversation, boolean startsThread) -> form.with(
                            "message", message(new MessageReference(message, Direction.INBOUND, provider), message, mode))
                    .with("startsConversation", (Boolean) startsConversation)
                    .with("startsThread", (Boolean) startsThread)
                    .build();
            case MessageEchoed(_, var message, var provider, boolean startsConversation) -> form.with(
                            "message", outbound(message, mode, provider))
                    .with("startsConversation", (Boolean) startsConversation)
                    .build();
            case ConversationStarted(_, var conversation) -> form.with("conversation", conversation(conversation)).build();
            case ConversationReopened(_, var conversation) -> form.with("conversation", conversation(conversation)).build();
            case ConversationEnded(_, var conversation, var endedAt) -> form.with("conversation", conversation(conversation))
                    .with("endedAt", moment(endedAt))
                    .build();
            case ContactCreated(_, var contact) -> form.with("contact", contact(contact)).build();
            case ContactChanged(_, var contact) -> form.with("contact", contact(contact)).build();
            case IdentityChanged(_, var contact, var previous) -> form.with("contact", contact(contact))
                    .with("previous", identity(previous))
                    .build();
            case MarketingPreferenceChanged(_, var contact, var preference, var previous) -> form.with(
                            "contact", contact(contact))
                    .with("preference", preference(preference))
                    .with("previous", previous == null ? null : preference(previous))
                    .build();
            case TemplateChanged(var report) -> form.with("template", template(report)).build();
            case AccountChanged(var report) -> form.with("account", account(report)).build();
            case EndpointConnected _, EndpointDisconnected _ -> form.build();
        };
    }

    private Json outbound(MessageId message, Mode mode, @Nullable String provider) {
        return message(new MessageReference(message, Direction.OUTBOUND, provider), message, mode);
    }

    private @Nullable Json continued(@Nullable MessageId message, Mode mode) {
        return message == null ? null : outbound(message, mode, null);
    }

    private Json message(MessageReference reference, MessageId message, Mode mode) {
        return new Members()
                .with("zavu", ZavuIds.text(message))
                .with("kapso", kapsoIds.write(reference))
                .with("chirp", ChirpIds.message(message, mode))
                .with("provider", reference.providerMessageId())
                .build();
    }

    /** All but the first member is what the directory knows, which of an endpoint that another node has just made is nothing. */
    private Json endpoint(Scope scope, EndpointId id) {
        Members form = new Members().with("id", id.value().toString());
        directory.endpoint(scope, id).ifPresent(endpoint -> {
            SenderId sender = endpoint.sender();
            form.with("channel", word(endpoint.channel()))
                    .with("zavu", sender == null ? null : ZavuIds.text(sender.value()));
            endpoint.whatsAppNumber().ifPresent(number -> form.with("kapso", number.phoneNumberId()));
            if (endpoint.channel() == Channel.WHATSAPP) {
                form.with("chirp", ChirpIds.phoneNumber(id, scope.mode()));
            }
        });
        return form.build();
    }

    private static Json conversation(UUID conversation) {
        return new Members().with("kapso", conversation).build();
    }

    private static Json contact(UUID contact) {
        return new Members()
                .with("zavu", ZavuIds.text(contact))
                .with("kapso", contact)
                .build();
    }

    private static Json timeline(Timeline timeline) {
        return new Members()
                .with("queuedAt", momentOrNull(timeline.queuedAt()))
                .with("sentAt", momentOrNull(timeline.sentAt()))
                .with("deliveredAt", momentOrNull(timeline.deliveredAt()))
                .with("readAt", momentOrNull(timeline.readAt()))
                .with("failedAt", momentOrNull(timeline.failedAt()))
                .build();
    }

    private static Json failure(Failure failure) {
        return new Members()
                .with("code", failure.code())
                .with("title", failure.title())
                .with("details", failure.details())
                .build();
    }

    private static Json identity(Identity identity) {
        return new Members()
                .with("userId", text(identity.userId()))
                .with("parentUserId", text(identity.parentUserId()))
                .with("username", identity.username())
                .build();
    }

    private static @Nullable String text(@Nullable BusinessScopedUserId id) {
        return id == null ? null : id.value();
    }

    private static Json preference(MarketingPreference preference) {
        return new Members()
                .with("wish", word(preference.wish()))
                .with("at", moment(preference.at()))
                .with("source", word(preference.source()))
                .with("detail", preference.detail())
                .build();
    }

    private static Json template(TemplateReport report) {
        return new Members()
                .with("businessAccountId", report.businessAccountId())
                .with("id", report.id())
                .with("name", report.name())
                .with("language", report.language())
                .with("status", report.status())
                .with("category", report.category())
                .with("previousCategory", report.previousCategory())
                .with("nextCategory", report.nextCategory())
                .with("reason", report.reason())
                .build();
    }

    private static Json account(AccountReport report) {
        return new Members()
                .with("businessAccountId", report.businessAccountId())
                .with("change", word(report.kind()))
                .with("provider", report.word())
                .with("saidAt", moment(report.at()))
                .build();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String moment(Instant moment) {
        return MOMENT.format(moment);
    }

    private static @Nullable String momentOrNull(@Nullable Instant moment) {
        return moment == null ? null : moment(moment);
    }
}
