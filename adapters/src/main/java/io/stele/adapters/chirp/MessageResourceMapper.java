package io.stele.adapters.chirp;

import io.stele.adapters.Timestamps;
import io.stele.contracts.chirp.ConversationWindow;
import io.stele.contracts.chirp.MessageResource;
import io.stele.contracts.chirp.Order;
import io.stele.contracts.chirp.Recipient;
import io.stele.contracts.chirp.Referral;
import io.stele.core.address.Address;
import io.stele.core.message.Failure;
import io.stele.core.message.Message;
import io.stele.core.message.Reaction;
import io.stele.core.message.ServiceWindow;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.Named;

/** The flat message resource, every one of its keys (contract §5). */
@Mapper
interface MessageResourceMapper {

    /** The ids in a resource, as Chirp writes them. */
    record Ids(
            String message,
            String phoneNumber,
            @Nullable String quoted,
            @Nullable String reactedTo) {}

    /** The objects inside a resource. */
    record Parts(
            List<Recipient> recipients,
            @Nullable Referral referral,
            @Nullable Order order,
            @Nullable ConversationWindow window) {}

    @Mapping(target = "id", source = "ids.message")
    @Mapping(target = "whatsappPhoneNumberId", source = "ids.phoneNumber")
    @Mapping(target = "displayPhoneNumber", expression = "java(message.ownAddress().value())")
    @Mapping(target = "fromPhoneNumber", source = "message.from")
    @Mapping(target = "toPhoneNumber", source = "message.to")
    @Mapping(target = "type", source = "content.type")
    @Mapping(target = "direction", source = "message.direction")
    @Mapping(target = "contactName", source = "message.contactName")
    @Mapping(target = "textBody", source = "content.textBody")
    @Mapping(target = "mediaUrl", source = "content.media.file.link")
    @Mapping(target = "mediaMimeType", source = "content.media.file.mimeType")
    @Mapping(target = "mediaFilename", source = "content.media.filename")
    @Mapping(target = "mediaCaption", source = "content.media.caption")
    @Mapping(target = "mediaFileSize", source = "content.media.file.size")
    @Mapping(target = "mediaSha256", source = "content.media.file.sha256")
    @Mapping(target = "isVoiceNote", source = "content.media.voice")
    @Mapping(target = "isAnimatedSticker", source = "content.media.animated")
    @Mapping(target = "locationLatitude", source = "content.location.latitude")
    @Mapping(target = "locationLongitude", source = "content.location.longitude")
    @Mapping(target = "locationName", source = "content.location.name")
    @Mapping(target = "locationAddress", source = "content.location.address")
    @Mapping(target = "reactionEmoji", source = "content.reaction", qualifiedByName = "emoji")
    @Mapping(target = "reactionMessageId", source = "ids.reactedTo")
    @Mapping(target = "buttonText", source = "content.press.text")
    @Mapping(target = "buttonPayload", source = "content.press.payload")
    @Mapping(target = "replyToMessageId", source = "ids.quoted")
    @Mapping(target = "isForwarded", source = "message.context.forwarded")
    @Mapping(target = "isFrequentlyForwarded", source = "message.context.frequentlyForwarded")
    @Mapping(target = "hasReferral", expression = "java(message.referral() != null)")
    @Mapping(target = "queuedAt", source = "message.timeline.queuedAt")
    @Mapping(target = "sentAt", source = "message.timeline.sentAt")
    @Mapping(target = "deliveredAt", source = "message.timeline.deliveredAt")
    @Mapping(target = "readAt", source = "message.timeline.readAt")
    @Mapping(target = "failedAt", source = "message.timeline.failedAt")
    @Mapping(target = "errorCode", source = "message.failure.code")
    @Mapping(target = "errorMessage", source = "message.failure", qualifiedByName = "sentence")
    @Mapping(target = "errorTitle", source = "message.failure.title")
    @Mapping(target = "errorDetails", source = "message.failure.details")
    @Mapping(target = "createdAt", source = "message.createdAt")
    @Mapping(target = "updatedAt", source = "message.updatedAt")
    @Mapping(target = "recipients", source = "parts.recipients")
    @Mapping(target = "referral", source = "parts.referral")
    @Mapping(target = "order", source = "parts.order")
    @Mapping(target = "conversationWindow", source = "parts.window")
    @Mapping(target = "contactsData", source = "content.contacts")
    @Mapping(target = "templateData", source = "content.template")
    @Mapping(target = "interactiveData", source = "content.interactive")
    @Mapping(target = "systemData", source = "content.system")
    MessageResource resource(Message message, ContentView content, Ids ids, Parts parts);

    @Mapping(target = "id", source = "id")
    @Mapping(target = "status", source = "status")
    @Mapping(target = "phoneNumber", source = "message.to")
    @Mapping(target = "queuedAt", source = "message.timeline.queuedAt")
    @Mapping(target = "sentAt", source = "message.timeline.sentAt")
    @Mapping(target = "deliveredAt", source = "message.timeline.deliveredAt")
    @Mapping(target = "readAt", source = "message.timeline.readAt")
    @Mapping(target = "failedAt", source = "message.timeline.failedAt")
    @Mapping(target = "errorCode", source = "message.failure.code")
    @Mapping(target = "errorMessage", source = "message.failure", qualifiedByName = "sentence")
    Recipient recipient(Message message, String id, String status);

    @Mapping(target = "ctwaClid", source = "referral.clickId")
    Referral referral(io.stele.core.message.Referral referral, String id, Instant createdAt);

    @Mapping(target = "orderText", source = "order.text")
    @Mapping(target = "items", source = "items")
    Order order(
            io.stele.core.message.Order order,
            String id,
            BigInteger totalItems,
            Instant createdAt,
            List<Order.Item> items);

    @Mapping(target = "productRetailerId", source = "item.retailerId")
    @Mapping(target = "itemPrice", source = "item.price")
    Order.Item item(io.stele.core.message.Order.Item item, String id);

    @Mapping(target = "id", source = "id")
    @Mapping(target = "originType", constant = "user_initiated")
    @Mapping(target = "pricingBillable", ignore = true)
    @Mapping(target = "pricingModel", ignore = true)
    @Mapping(target = "pricingCategory", ignore = true)
    @Mapping(target = "createdAt", source = "window.startedAt")
    ConversationWindow window(ServiceWindow window, String id);

    default String text(Address address) {
        return address.value();
    }

    default @Nullable String time(@Nullable Instant moment) {
        return Timestamps.millisecondsOrNull(moment);
    }

    default @Nullable String decimal(@Nullable BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }

    /** A reaction that was taken back is shown by an empty emoji, as it is sent. */
    @Named("emoji")
    default @Nullable String emoji(@Nullable Reaction reaction) {
        if (reaction == null) {
            return null;
        }
        return reaction.emoji() == null ? "" : reaction.emoji();
    }

    @Named("sentence")
    default @Nullable String sentence(@Nullable Failure failure) {
        return failure == null ? null : failure.message();
    }
}
