package io.stele.contracts.kapso.graph;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /{phone_number_id}/messages}: either a message to send (contract section 2.1) or, when
 * {@code status} is {@code read}, a read mark with an optional typing indicator (section 2.4).
 *
 * @param messagingProduct always {@code whatsapp}
 * @param recipientType {@code individual}, the default, or {@code group}; then {@code to} is a group id
 * @param to the recipient's phone number, with or without {@code +} and separators; wins over {@code recipient}
 * @param recipient the recipient's business-scoped user id, used verbatim
 * @param context the message that this one answers
 * @param bizOpaqueCallbackData the sender's own note, at most 512 characters, echoed in status webhooks
 * @param messagingAccountId the WhatsApp business account that the sender believes to own the number
 * @param paidMessagingAccountId the former name of {@code messagingAccountId}
 * @param contacts 1 to 257 cards
 * @param status {@code read} makes the request a read mark
 * @param messageId the message to mark as read, with all earlier ones of its conversation
 * @param typingIndicator shown to the customer for at most 25 seconds or until the next message
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MessageRequest(
        @Nullable String messagingProduct,
        @Nullable String recipientType,
        @Nullable String to,
        @Nullable String recipient,
        @Nullable String type,
        @Nullable ReplyTo context,
        @Nullable String bizOpaqueCallbackData,
        @Nullable String messagingAccountId,
        @Nullable String paidMessagingAccountId,
        @Nullable Text text,
        @Nullable Media image,
        @Nullable Media video,
        @Nullable Media audio,
        @Nullable Media document,
        @Nullable Media sticker,
        @Nullable Location location,
        @Nullable List<ContactCard> contacts,
        @Nullable Reaction reaction,
        @Nullable Interactive interactive,
        @Nullable Template template,
        @Nullable String status,
        @Nullable String messageId,
        @Nullable TypingIndicator typingIndicator)
        implements MessageContent {

    /**
     * The quoted message of a reply.
     *
     * @param messageId an unknown or too old id is no error: the message goes out without its quote
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ReplyTo(@Nullable String messageId) {}

    /**
     * A wish to show the customer that an answer is being written.
     *
     * @param type always {@code text}
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TypingIndicator(@Nullable String type) {}
}
