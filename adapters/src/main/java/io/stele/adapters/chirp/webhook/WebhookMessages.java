package io.stele.adapters.chirp.webhook;

import io.stele.adapters.Timestamps;
import io.stele.adapters.chirp.MessageResources;
import io.stele.contracts.chirp.ErrorEnvelope;
import io.stele.contracts.chirp.MessageResource;
import io.stele.contracts.chirp.webhook.WebhookMessage;
import io.stele.core.message.Context;
import io.stele.core.message.Direction;
import io.stele.core.message.Location;
import io.stele.core.message.Media;
import io.stele.core.message.Message;
import io.stele.core.message.Timeline;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Shows messages as webhooks are told of them (contract §6.4). */
@Singleton
final class WebhookMessages {

    /** How a message came to us. */
    enum Source {
        /** Through this server, or through the provider's API. */
        CLOUD_API("cloud_api"),
        /** Somebody of the project wrote it with WhatsApp's own app. */
        BUSINESS_APP("business_app");

        private final String word;

        Source(String word) {
            this.word = word;
        }
    }

    private final MessageResources resources;
    private final WebhookMessageMapper mapper;

    WebhookMessages(MessageResources resources, WebhookMessageMapper mapper) {
        this.resources = resources;
        this.mapper = mapper;
    }

    /**
     * The message at this point of its way.
     *
     * @param occurredAt when it got there
     * @param error why it failed; null unless that is the point
     */
    WebhookMessage of(
            Message message,
            Timeline timeline,
            Instant occurredAt,
            Source source,
            ErrorEnvelope.@Nullable Detail error) {
        boolean inbound = message.direction() == Direction.INBOUND;
        MessageResource shown = resources.of(message);
        return mapper.message(
                shown,
                parts(message, shown, inbound ? "inbound" : "outbound"),
                new WebhookMessageMapper.Circumstances(
                        inbound ? Timestamps.milliseconds(message.createdAt()) : null,
                        Timestamps.millisecondsOrNull(timeline.sentAt()),
                        Timestamps.millisecondsOrNull(timeline.deliveredAt()),
                        Timestamps.millisecondsOrNull(timeline.readAt()),
                        Timestamps.millisecondsOrNull(timeline.failedAt()),
                        Timestamps.milliseconds(occurredAt),
                        source.word,
                        false,
                        error));
    }

    private WebhookMessageMapper.Parts parts(Message message, MessageResource shown, String direction) {
        Media media = message.content() instanceof Media file ? file : null;
        String mediaId = media == null ? null : media.file().id();
        WebhookMessage.MediaObject file = null;
        WebhookMessage.AudioObject audio = null;
        WebhookMessage.StickerObject sticker = null;
        if (media != null) {
            switch (media.kind()) {
                case IMAGE, VIDEO, DOCUMENT -> file = mapper.media(shown, mediaId);
                case AUDIO -> audio = mapper.audio(shown, mediaId);
                case STICKER -> sticker = mapper.sticker(shown, mediaId);
            }
        }
        return new WebhookMessageMapper.Parts(
                direction,
                mediaId,
                file,
                audio,
                sticker,
                message.content() instanceof Location place ? mapper.location(place) : null,
                context(message.context(), shown.replyToMessageId()));
    }

    private static WebhookMessage.@Nullable MessageContext context(Context context, @Nullable String quoted) {
        if (quoted == null && !context.forwarded() && !context.frequentlyForwarded()) {
            return null;
        }
        Context.Quote quote = context.quote();
        return new WebhookMessage.MessageContext(
                quoted,
                quoted,
                quote == null ? null : quote.from(),
                context.forwarded() ? true : null,
                context.frequentlyForwarded() ? true : null);
    }
}
