package io.stele.adapters.chirp.webhook;

import io.stele.adapters.chirp.webhook.WebhookMessages.Source;
import io.stele.contracts.chirp.ErrorEnvelope;
import io.stele.contracts.chirp.webhook.MessageData;
import io.stele.core.channel.Channel;
import io.stele.core.event.AccountChanged;
import io.stele.core.event.ContactChanged;
import io.stele.core.event.ContactCreated;
import io.stele.core.event.ConversationEnded;
import io.stele.core.event.ConversationReopened;
import io.stele.core.event.ConversationStarted;
import io.stele.core.event.EndpointConnected;
import io.stele.core.event.EndpointDisconnected;
import io.stele.core.event.IdentityChanged;
import io.stele.core.event.MarketingPreferenceChanged;
import io.stele.core.event.MessageEchoed;
import io.stele.core.event.MessagePlayed;
import io.stele.core.event.MessageProgressed;
import io.stele.core.event.MessageQueued;
import io.stele.core.event.MessageReceived;
import io.stele.core.event.TemplateChanged;
import io.stele.core.message.Message;
import io.stele.core.message.Timeline;
import io.stele.core.webhook.EventView;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What there is to tell of each event in Chirp's words. */
@Singleton
final class ChirpTellings {

    private final WebhookMessages messages;

    ChirpTellings(WebhookMessages messages) {
        this.messages = messages;
    }

    /** What there is to tell; empty for what is no longer there, and for what is not of WhatsApp. */
    Optional<Telling> of(EventView view) {
        return switch (view.logged().event()) {
            case MessageReceived _ -> message(view).map(this::received);
            case MessageEchoed _ -> message(view).map(this::echoed);
            case MessageProgressed progressed ->
                message(view).flatMap(message -> progressed(progressed, message, view.logged().at()));
            case ContactCreated _ -> People.told(ChirpEventType.CONTACT_CREATED, view);
            case ContactChanged _, IdentityChanged _ -> People.told(ChirpEventType.CONTACT_UPDATED, view);
            case TemplateChanged(var report) -> Optional.of(Accounts.template(report));
            case EndpointConnected _ -> Accounts.told(ChirpEventType.ACCOUNT_CONNECTED, view);
            case EndpointDisconnected _ -> Accounts.told(ChirpEventType.ACCOUNT_DISCONNECTED, view);
            case MessageQueued _, MessagePlayed _, AccountChanged _, ConversationStarted _, ConversationEnded _, ConversationReopened _,
                    MarketingPreferenceChanged _ ->
                Optional.empty();
        };
    }

    private static Optional<Message> message(EventView view) {
        return Optional.ofNullable(view.message()).filter(message -> message.channel() == Channel.WHATSAPP);
    }

    private Telling received(Message message) {
        return about(
                message, ChirpEventType.MESSAGE_RECEIVED, message.timeline(), message.createdAt(), Source.CLOUD_API, null);
    }

    private Telling echoed(Message message) {
        return about(
                message, ChirpEventType.MESSAGE_SENT, message.timeline(), message.createdAt(), Source.BUSINESS_APP, null);
    }

    private Optional<Telling> progressed(MessageProgressed event, Message message, Instant at) {
        ErrorEnvelope.Detail error = event.failure() == null ? null : MessageErrors.of(event.failure());
        Timeline timeline = event.timeline();
        return switch (event.status()) {
            case SENT -> step(message, ChirpEventType.MESSAGE_SENT, event, timeline.sentAt(), at, error);
            case DELIVERED -> step(message, ChirpEventType.MESSAGE_DELIVERED, event, timeline.deliveredAt(), at, error);
            case READ -> step(message, ChirpEventType.MESSAGE_READ, event, timeline.readAt(), at, error);
            case FAILED -> step(message, ChirpEventType.MESSAGE_FAILED, event, timeline.failedAt(), at, error);
            case HELD, QUEUED, SENDING, RECEIVED -> Optional.empty();
        };
    }

    private Optional<Telling> step(
            Message message,
            ChirpEventType type,
            MessageProgressed event,
            @Nullable Instant reachedAt,
            Instant at,
            ErrorEnvelope.@Nullable Detail error) {
        return Optional.of(about(
                message, type, event.timeline(), reachedAt == null ? at : reachedAt, Source.CLOUD_API, error));
    }

    /** Chirp promises no order; receivers that write down the last status that they hear are served by one. */
    private Telling about(
            Message message,
            ChirpEventType type,
            Timeline timeline,
            Instant occurredAt,
            Source source,
            ErrorEnvelope.@Nullable Detail error) {
        return new Telling(
                type,
                message.threadId(),
                app -> new MessageData(messages.of(message, timeline, occurredAt, source, error), app, error));
    }
}
