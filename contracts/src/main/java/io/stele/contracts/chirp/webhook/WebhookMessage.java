package io.stele.contracts.chirp.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.stele.contracts.chirp.ContactCard;
import io.stele.contracts.chirp.ErrorEnvelope;
import io.stele.contracts.chirp.Interactive;
import io.stele.contracts.chirp.LocationPoint;
import io.stele.contracts.chirp.ReactionBody;
import io.stele.contracts.chirp.Referral;
import io.stele.contracts.chirp.SystemData;
import io.stele.contracts.chirp.TemplateBody;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A WhatsApp message, inbound or outbound, as webhooks are told of it (contract §6.4).
 *
 * @param direction {@code inbound} or {@code outbound}
 * @param type one of the sixteen that the API shows
 * @param text of a text message
 * @param mediaUrl of a message with a file, beside the file's own object: both spellings are documented
 * @param mediaId like {@code mediaUrl}
 * @param media of an image, a video or a document
 * @param interactive what was sent, or the person's reply to it
 * @param button a press on a template's quick reply
 * @param system what WhatsApp told about the person, or what came in a message of unknown kind
 * @param context null for a message that stands alone
 * @param conversationWindow null outside of any
 * @param receivedAt of an inbound message; this and the moments below are ISO-8601 in UTC with milliseconds
 * @param occurredAt when that happened which the event tells
 * @param source {@code cloud_api}, {@code business_app} or {@code history_import}
 * @param isHistoricalImport whether it is older than the number's use here
 * @param error why it failed; left out of all other events
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WebhookMessage(
        String id,
        String direction,
        String from,
        String to,
        String type,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String text,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String mediaUrl,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String mediaId,
        @Nullable MediaObject media,
        @Nullable AudioObject audio,
        @Nullable StickerObject sticker,
        @Nullable LocationPoint location,
        @Nullable List<ContactCard> contacts,
        @Nullable ReactionBody reaction,
        @Nullable Interactive interactive,
        @Nullable ButtonPress button,
        @Nullable OrderObject order,
        @Nullable TemplateBody template,
        @Nullable SystemData system,
        @Nullable Referral referral,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable MessageContext context,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Window conversationWindow,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String receivedAt,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String sentAt,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String deliveredAt,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String readAt,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String failedAt,
        String occurredAt,
        String source,
        boolean isHistoricalImport,
        ErrorEnvelope.@Nullable Detail error) {

    /** An image, a video or a document. Every member is written. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record MediaObject(
            @Nullable String url,
            @Nullable String id,
            @Nullable String mimeType,
            @Nullable String caption,
            @Nullable Long fileSize,
            @Nullable String filename,
            @Nullable String sha256) {}

    /** A sound. Every member is written. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record AudioObject(
            @Nullable String url,
            @Nullable String id,
            @Nullable String mimeType,
            @Nullable Long fileSize,
            @Nullable Boolean isVoiceNote,
            @Nullable String sha256) {}

    /** A sticker. Every member is written. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record StickerObject(
            @Nullable String url,
            @Nullable String id,
            @Nullable String mimeType,
            @Nullable Long fileSize,
            @Nullable Boolean isAnimated,
            @Nullable String sha256) {}

    /** A press on a template's quick reply. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record ButtonPress(@Nullable String text, @Nullable String payload) {}

    /** What a person ordered from the catalog. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record OrderObject(@Nullable String catalogId, @Nullable String text, List<Item> items) {

        /**
         * One position of an order.
         *
         * @param itemPrice the price of one piece, a decimal number as text
         */
        @Serdeable
        @JsonInclude(JsonInclude.Include.ALWAYS)
        public record Item(
                @Nullable String productRetailerId,
                long quantity,
                @Nullable String itemPrice,
                @Nullable String currency) {}
    }

    /**
     * What a message stands in relation to.
     *
     * @param messageId the quoted message; {@code id} says the same, since it is not documented which of the two is Chirp's
     * @param from who wrote the quoted message; left out when unknown
     * @param isForwarded left out unless true
     * @param isFrequentlyForwarded left out unless true
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record MessageContext(
            @Nullable String messageId,
            @Nullable String id,
            @Nullable String from,
            @Nullable Boolean isForwarded,
            @Nullable Boolean isFrequentlyForwarded) {}

    /** The customer-service window: less of it than the API shows. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Window(String id, @Nullable String originType, String expiresAt) {}
}
