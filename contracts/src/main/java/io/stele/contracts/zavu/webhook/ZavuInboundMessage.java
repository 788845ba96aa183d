package io.stele.contracts.zavu.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.stele.contracts.zavu.ZavuMessageContent;
import org.jspecify.annotations.Nullable;

/**
 * The data of {@code message.inbound}, and of {@code message.reaction} and {@code message.unsupported} (contract §4.3). What the message
 * says stands in the members in which the API shows it. {@code subject}, {@code htmlBody} and {@code replyTo} of an email are ours.
 *
 * @param conversationId the thread that the message stands in
 * @param from a phone number, an email address, a business-scoped user id or a chat id
 * @param to the address of ours that was written to
 * @param status {@code received}
 * @param messageType as the API has it; of a message that is not supported the provider's own word
 * @param text body or caption
 * @param providerTimestamp when the channel received the message, in Unix milliseconds; null on channels that do not tell
 * @param referral the ad or post that the person came from
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ZavuInboundMessage(
        String messageId,
        String conversationId,
        String from,
        String to,
        String channel,
        String status,
        String messageType,
        @Nullable String text,
        @Nullable ZavuMessageContent content,
        @Nullable String subject,
        @Nullable String htmlBody,
        @Nullable String replyTo,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Long providerTimestamp,
        ZavuMessageContent.@Nullable Referral referral) {}
