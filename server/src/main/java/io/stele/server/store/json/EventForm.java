package io.stele.server.store.json;

import io.stele.core.account.AccountReport;
import io.stele.core.channel.EndpointId;
import io.stele.core.contact.MarketingPreference;
import io.stele.core.event.AccountChanged;
import io.stele.core.event.ContactChanged;
import io.stele.core.event.ContactCreated;
import io.stele.core.event.ConversationEnded;
import io.stele.core.event.ConversationReopened;
import io.stele.core.event.ConversationStarted;
import io.stele.core.event.EndpointConnected;
import io.stele.core.event.EndpointDisconnected;
import io.stele.core.event.Event;
import io.stele.core.event.EventKind;
import io.stele.core.event.IdentityChanged;
import io.stele.core.event.MarketingPreferenceChanged;
import io.stele.core.event.MessageEchoed;
import io.stele.core.event.MessagePlayed;
import io.stele.core.event.MessageProgressed;
import io.stele.core.event.MessageQueued;
import io.stele.core.event.MessageReceived;
import io.stele.core.event.TemplateChanged;
import io.stele.core.message.Json;
import io.stele.core.message.MessageId;
import io.stele.core.message.Status;
import io.stele.core.message.Timeline;
import io.stele.core.template.TemplateReport;
import org.jspecify.annotations.Nullable;

/** The stored form of events of every kind. What is written reads back equal. */
public final class EventForm {

    private EventForm() {}

    /** The event as a tree. */
    public static Json write(Event event) {
        EndpointId endpoint = event.endpoint();
        Members form = Members.of(EventKind.of(event).word()).with("endpoint", endpoint == null ? null : endpoint.value().toString());
        return switch (event) {
            case MessageQueued(_, var message, var continues) -> form.with("message", text(message))
                    .with("continues", textOrNull(continues))
                    .build();
            case MessageProgressed(_, var message, var status, var timeline, var failure, var provider, var continues, var continuedBy) ->
                form.with(
                            "message", text(message))
                    .with("status", status)
                    .with("timeline", timeline(timeline))
                    .with("failure", failure == null ? null : CircumstanceForm.form(failure))
                    .with("providerMessageId", provider)
                    .with("continues", textOrNull(continues))
                    .with("continuedBy", textOrNull(continuedBy))
                    .build();
            case MessagePlayed(_, var message, var playedAt) -> form.with("message", text(message))
                    .with("playedAt", playedAt)
                    .build();
            case MessageReceived(
                    _, var message, String providerMessageId, boolean startsConversation, boolean startsThread) -> form.with(
                            "message", text(message))
                    .with("providerMessageId", providerMessageId)
                    .with("startsConversation", startsConversation)
                    .with("startsThread", startsThread)
                    .build();
            case MessageEchoed(_, var message, String providerMessageId, boolean startsConversation) -> form.with(
                            "message", text(message))
                    .with("providerMessageId", providerMessageId)
                    .with("startsConversation", startsConversation)
                    .build();
            case ConversationStarted(_, var conversation) -> form.with("conversation", conversation).build();
            case ConversationReopened(_, var conversation) -> form.with("conversation", conversation).build();
            case ConversationEnded(_, var conversation, var endedAt) -> form.with("conversation", conversation)
                    .with("endedAt", endedAt)
                    .build();
            case ContactCreated(_, var contact) -> form.with("contact", contact).build();
            case ContactChanged(_, var contact) -> form.with("contact", contact).build();
            case IdentityChanged(_, var contact, var previous) -> form.with("contact", contact)
                    .with("previous", CircumstanceForm.form(previous))
                    .build();
            case MarketingPreferenceChanged(_, var contact, var preference, var previous) -> form.with("contact", contact)
                    .with("preference", preference(preference))
                    .with("previous", previous == null ? null : preference(previous))
                    .build();
            case TemplateChanged(var report) -> form.with("report", report(report)).build();
            case AccountChanged(var report) -> form.with("report", report(report)).build();
            case EndpointConnected _, EndpointDisconnected _ -> form.build();
        };
    }

    /** The event that the tree describes. */
    public static Event read(Json json) {
        Fields fields = Fields.of(json);
        return switch (fields.kind()) {
            case "message_queued" -> new MessageQueued(endpoint(fields), message(fields), messageOrNull(fields, "continues"));
            case "message_progressed" -> new MessageProgressed(
                    endpoint(fields),
                    message(fields),
                    fields.constant("status", Status.class),
                    timeline(Fields.of(fields.json("timeline"))),
                    fields.nested("failure", CircumstanceForm::failure),
                    fields.textOrNull("providerMessageId"),
                    messageOrNull(fields, "continues"),
                    messageOrNull(fields, "continuedBy"));
            case "message_played" -> new MessagePlayed(endpoint(fields), message(fields), fields.moment("playedAt"));
            case "message_received" -> new MessageReceived(
                    endpoint(fields),
                    message(fields),
                    fields.text("providerMessageId"),
                    fields.truth("startsConversation"),
                    fields.truth("startsThread"));
            case "message_echoed" -> new MessageEchoed(
                    endpoint(fields),
                    message(fields),
                    fields.text("providerMessageId"),
                    fields.truth("startsConversation"));
            case "conversation_started" -> new ConversationStarted(endpoint(fields), fields.uuid("conversation"));
            case "conversation_reopened" -> new ConversationReopened(endpoint(fields), fields.uuid("conversation"));
            case "conversation_ended" -> new ConversationEnded(
                    endpoint(fields), fields.uuid("conversation"), fields.moment("endedAt"));
            case "contact_created" -> new ContactCreated(endpoint(fields), fields.uuid("contact"));
            case "contact_changed" -> new ContactChanged(endpointOrNull(fields), fields.uuid("contact"));
            case "identity_changed" -> new IdentityChanged(
                    endpoint(fields), fields.uuid("contact"), CircumstanceForm.identity(fields.json("previous")));
            case "marketing_preference_changed" -> new MarketingPreferenceChanged(
                    endpoint(fields),
                    fields.uuid("contact"),
                    preference(fields.json("preference")),
                    fields.nested("previous", EventForm::preference));
            case "template_changed" -> new TemplateChanged(report(Fields.of(fields.json("report"))));
            case "account_changed" -> new AccountChanged(account(Fields.of(fields.json("report"))));
            case "endpoint_connected" -> new EndpointConnected(endpoint(fields));
            case "endpoint_disconnected" -> new EndpointDisconnected(endpoint(fields));
            default -> throw Fields.unknown(fields.kind());
        };
    }

    private static EndpointId endpoint(Fields fields) {
        return new EndpointId(fields.ksuid("endpoint"));
    }

    private static @Nullable EndpointId endpointOrNull(Fields fields) {
        return fields.textOrNull("endpoint") == null ? null : endpoint(fields);
    }

    private static String text(MessageId message) {
        return message.value().toString();
    }

    private static @Nullable String textOrNull(@Nullable MessageId message) {
        return message == null ? null : text(message);
    }

    private static @Nullable MessageId messageOrNull(Fields fields, String name) {
        return fields.textOrNull(name) == null ? null : new MessageId(fields.ksuid(name));
    }

    private static MessageId message(Fields fields) {
        return new MessageId(fields.ksuid("message"));
    }

    private static Json timeline(Timeline timeline) {
        return new Members()
                .with("queuedAt", timeline.queuedAt())
                .with("sentAt", timeline.sentAt())
                .with("deliveredAt", timeline.deliveredAt())
                .with("readAt", timeline.readAt())
                .with("failedAt", timeline.failedAt())
                .build();
    }

    private static Timeline timeline(Fields timeline) {
        return new Timeline(
                timeline.momentOrNull("queuedAt"),
                timeline.momentOrNull("sentAt"),
                timeline.momentOrNull("deliveredAt"),
                timeline.momentOrNull("readAt"),
                timeline.momentOrNull("failedAt"));
    }

    private static Json preference(MarketingPreference preference) {
        return new Members()
                .with("wish", preference.wish())
                .with("at", preference.at())
                .with("source", preference.source())
                .with("detail", preference.detail())
                .build();
    }

    private static MarketingPreference preference(Json json) {
        Fields preference = Fields.of(json);
        return new MarketingPreference(
                preference.constant("wish", MarketingPreference.Wish.class),
                preference.moment("at"),
                preference.constant("source", MarketingPreference.Source.class),
                preference.textOrNull("detail"));
    }

    private static Json report(TemplateReport report) {
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
                .with("at", report.at())
                .with("details", report.details())
                .build();
    }

    private static TemplateReport report(Fields report) {
        return new TemplateReport(
                report.text("businessAccountId"),
                report.text("id"),
                report.text("name"),
                report.text("language"),
                report.textOrNull("status"),
                report.textOrNull("category"),
                report.textOrNull("previousCategory"),
                report.textOrNull("nextCategory"),
                report.textOrNull("reason"),
                report.momentOrNull("at"),
                report.members("details"));
    }

    private static Json report(AccountReport report) {
        return new Members()
                .with("businessAccountId", report.businessAccountId())
                .with("kind", report.kind())
                .with("word", report.word())
                .with("at", report.at())
                .with("details", report.details())
                .build();
    }

    private static AccountReport account(Fields report) {
        return new AccountReport(
                report.text("businessAccountId"),
                report.constant("kind", AccountReport.Kind.class),
                report.text("word"),
                report.moment("at"),
                report.members("details"));
    }
}
