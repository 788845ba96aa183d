package io.stele.adapters.chirp.webhook;

import io.stele.contracts.chirp.ConversationWindow;
import io.stele.contracts.chirp.ErrorEnvelope;
import io.stele.contracts.chirp.LocationPoint;
import io.stele.contracts.chirp.MessageResource;
import io.stele.contracts.chirp.Order;
import io.stele.contracts.chirp.ReactionBody;
import io.stele.contracts.chirp.webhook.WebhookMessage;
import io.stele.core.message.Location;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.Named;

/** The message of a webhook's event, out of the message that the API shows. */
@Mapper
interface WebhookMessageMapper {

    /**
     * What the two models do not share.
     *
     * @param mediaId of the file, where there is one
     */
    record Parts(
            String direction,
            @Nullable String mediaId,
            WebhookMessage.@Nullable MediaObject media,
            WebhookMessage.@Nullable AudioObject audio,
            WebhookMessage.@Nullable StickerObject sticker,
            @Nullable LocationPoint location,
            WebhookMessage.@Nullable MessageContext context) {}

    /** When the message got where, and how it came to us. */
    record Circumstances(
            @Nullable String receivedAt,
            @Nullable String sentAt,
            @Nullable String deliveredAt,
            @Nullable String readAt,
            @Nullable String failedAt,
            String occurredAt,
            String source,
            boolean isHistoricalImport,
            ErrorEnvelope.@Nullable Detail error) {}

    @Mapping(target = "id", source = "shown.id")
    @Mapping(target = "direction", source = "parts.direction")
    @Mapping(target = "from", source = "shown.fromPhoneNumber")
    @Mapping(target = "to", source = "shown.toPhoneNumber")
    @Mapping(target = "text", source = "shown.textBody")
    @Mapping(target = "mediaUrl", source = "shown.mediaUrl")
    @Mapping(target = "contacts", source = "shown.contactsData")
    @Mapping(target = "reaction", source = "shown", qualifiedByName = "reaction")
    @Mapping(target = "interactive", source = "shown.interactiveData")
    @Mapping(target = "button", source = "shown", qualifiedByName = "button")
    @Mapping(target = "order", source = "shown.order")
    @Mapping(target = "template", source = "shown.templateData")
    @Mapping(target = "system", source = "shown.systemData")
    @Mapping(target = "referral", source = "shown.referral")
    @Mapping(target = "conversationWindow", source = "shown.conversationWindow")
    @Mapping(target = "sentAt", source = "circumstances.sentAt")
    @Mapping(target = "deliveredAt", source = "circumstances.deliveredAt")
    @Mapping(target = "readAt", source = "circumstances.readAt")
    @Mapping(target = "failedAt", source = "circumstances.failedAt")
    WebhookMessage message(MessageResource shown, Parts parts, Circumstances circumstances);

    @Mapping(target = "url", source = "shown.mediaUrl")
    @Mapping(target = "mimeType", source = "shown.mediaMimeType")
    @Mapping(target = "caption", source = "shown.mediaCaption")
    @Mapping(target = "fileSize", source = "shown.mediaFileSize")
    @Mapping(target = "filename", source = "shown.mediaFilename")
    @Mapping(target = "sha256", source = "shown.mediaSha256")
    @Mapping(target = "id", source = "mediaId")
    WebhookMessage.MediaObject media(MessageResource shown, @Nullable String mediaId);

    @Mapping(target = "url", source = "shown.mediaUrl")
    @Mapping(target = "mimeType", source = "shown.mediaMimeType")
    @Mapping(target = "fileSize", source = "shown.mediaFileSize")
    @Mapping(target = "sha256", source = "shown.mediaSha256")
    @Mapping(target = "id", source = "mediaId")
    WebhookMessage.AudioObject audio(MessageResource shown, @Nullable String mediaId);

    @Mapping(target = "url", source = "shown.mediaUrl")
    @Mapping(target = "mimeType", source = "shown.mediaMimeType")
    @Mapping(target = "fileSize", source = "shown.mediaFileSize")
    @Mapping(target = "isAnimated", source = "shown.isAnimatedSticker")
    @Mapping(target = "sha256", source = "shown.mediaSha256")
    @Mapping(target = "id", source = "mediaId")
    WebhookMessage.StickerObject sticker(MessageResource shown, @Nullable String mediaId);

    LocationPoint location(Location place);

    WebhookMessage.Window window(ConversationWindow window);

    @Mapping(target = "text", source = "orderText")
    WebhookMessage.OrderObject order(Order order);

    /** A reaction that was taken back has an empty emoji. */
    @Named("reaction")
    default @Nullable ReactionBody reaction(MessageResource shown) {
        return shown.reactionEmoji() == null ? null : new ReactionBody(shown.reactionMessageId(), shown.reactionEmoji());
    }

    @Named("button")
    default WebhookMessage.@Nullable ButtonPress button(MessageResource shown) {
        return shown.buttonText() == null ? null : new WebhookMessage.ButtonPress(shown.buttonText(), shown.buttonPayload());
    }
}
