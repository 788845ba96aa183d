package io.stele.contracts.zavu;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message as the API shows it (contract §2.1, "Message object"). The three cost members are always written, with
 * {@code null} while nothing is known. Zavu's own messages keep to themselves what an email or a call was sent with; here
 * {@code subject}, {@code htmlBody}, {@code replyTo} and {@code voiceLanguage} come back under the names they were sent by.
 *
 * @param from the other end: our own address when outbound, the customer's when inbound
 * @param conversationId the thread that the message stands in
 * @param channel the channel that was resolved; never {@code auto}
 * @param direction {@code inbound} or {@code outbound}; the status does not tell the two apart
 * @param status {@code queued}, {@code sending}, {@code sent}, {@code delivered}, {@code read}, {@code failed},
 *     {@code received} or {@code pending_url_verification}
 * @param attemptedChannels the channels that were tried, in their order; null for a message that went by no other than its own (contract §3.4)
 * @param text body or caption
 * @param providerMessageId id that the delivery provider gave
 * @param errorCode a provider's numeric code is written as a string too
 * @param cost platform charge in USD
 * @param costProvider carrier's charge in USD
 * @param costTotal sum of both in USD
 * @param createdAt ISO-8601 in UTC with milliseconds
 * @param updatedAt like {@code createdAt}
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ZavuMessage(
        String id,
        String to,
        @Nullable String from,
        @Nullable String senderId,
        @Nullable String conversationId,
        String channel,
        String messageType,
        String direction,
        String status,
        @Nullable List<String> attemptedChannels,
        @Nullable String text,
        @Nullable ZavuMessageContent content,
        @Nullable String subject,
        @Nullable String htmlBody,
        @Nullable String replyTo,
        @Nullable String voiceLanguage,
        @Nullable String providerMessageId,
        @Nullable String errorCode,
        @Nullable String errorMessage,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable BigDecimal cost,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable BigDecimal costProvider,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable BigDecimal costTotal,
        @Nullable Map<String, String> metadata,
        String createdAt,
        @Nullable String updatedAt) {}
