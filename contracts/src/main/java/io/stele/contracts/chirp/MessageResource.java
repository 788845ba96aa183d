package io.stele.contracts.chirp;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A WhatsApp message as Chirp shows it (contract §5): forty-eight keys, all written, in this order.
 *
 * <p>The message has no status of its own: the five stamps tell it, and each recipient's {@code status}.
 *
 * @param id {@code msg_wa_[test_]} and 27 base-62 characters
 * @param whatsappPhoneNumberId {@code wapn_…}
 * @param displayPhoneNumber the business number
 * @param type one of the sixteen readable types
 * @param direction {@code INBOUND} or {@code OUTBOUND}
 * @param contactName the name in the customer's WhatsApp profile
 * @param mediaUrl a link that holds for an hour
 * @param mediaFileSize bytes
 * @param locationLatitude a decimal number as text
 * @param locationLongitude a decimal number as text
 * @param reactionMessageId the Chirp id of the message reacted to
 * @param buttonText of a press on a template's quick reply (type {@code button})
 * @param replyToMessageId the Chirp id of the quoted message
 * @param hasReferral whether {@code referral} is there
 * @param queuedAt this and the four stamps below are ISO-8601 with milliseconds; §5.7 says which is set when
 * @param errorCode Meta's number as text
 * @param recipients one for an outbound message, none for an inbound one
 * @param contactsData the cards of a contacts message
 * @param templateData the template and what filled it
 * @param interactiveData what was sent, or the customer's reply to it
 * @param systemData what WhatsApp told about the customer
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record MessageResource(
        String id,
        String whatsappPhoneNumberId,
        @Nullable String displayPhoneNumber,
        String fromPhoneNumber,
        String toPhoneNumber,
        String type,
        String direction,
        @Nullable String contactName,
        @Nullable String textBody,
        @Nullable String mediaUrl,
        @Nullable String mediaMimeType,
        @Nullable String mediaFilename,
        @Nullable String mediaCaption,
        @Nullable Long mediaFileSize,
        @Nullable String mediaSha256,
        @Nullable Boolean isVoiceNote,
        @Nullable Boolean isAnimatedSticker,
        @Nullable String locationLatitude,
        @Nullable String locationLongitude,
        @Nullable String locationName,
        @Nullable String locationAddress,
        @Nullable String reactionEmoji,
        @Nullable String reactionMessageId,
        @Nullable String buttonText,
        @Nullable String buttonPayload,
        @Nullable String replyToMessageId,
        boolean isForwarded,
        boolean isFrequentlyForwarded,
        boolean hasReferral,
        @Nullable String queuedAt,
        @Nullable String sentAt,
        @Nullable String deliveredAt,
        @Nullable String readAt,
        @Nullable String failedAt,
        @Nullable String errorCode,
        @Nullable String errorMessage,
        @Nullable String errorTitle,
        @Nullable String errorDetails,
        String createdAt,
        String updatedAt,
        List<Recipient> recipients,
        @Nullable Referral referral,
        @Nullable Order order,
        @Nullable ConversationWindow conversationWindow,
        @Nullable List<ContactCard> contactsData,
        @Nullable TemplateBody templateData,
        @Nullable Interactive interactiveData,
        @Nullable SystemData systemData) {}
