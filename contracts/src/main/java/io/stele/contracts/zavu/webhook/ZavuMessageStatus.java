package io.stele.contracts.zavu.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * The data of {@code message.queued}, {@code .sent}, {@code .delivered}, {@code .read} and {@code .failed} (contract §4.3).
 * The two about an error are always written.
 *
 * @param status the last word of the event's name
 * @param conversationId the thread that the message stands in
 * @param errorCode a provider's numeric code is written as a string too; null unless the message failed
 * @param errorMessage null unless the message failed
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ZavuMessageStatus(
        String messageId,
        String to,
        String channel,
        String status,
        String conversationId,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String errorCode,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String errorMessage) {}
