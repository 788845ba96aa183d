package io.stele.contracts.kapso;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a webhook was told, or is to be told (contract section 3.8). Times are ISO 8601 in UTC.
 *
 * @param id a UUID
 * @param event the event's name, or the field of Meta's that was reported
 * @param status {@code pending}, {@code delivered} or {@code failed}
 * @param responseStatus the HTTP status of the last attempt; null when there was no answer
 * @param whatsappConfigId the {@code internalId} of the number
 * @param conversationPhoneNumber digits; null when nobody with a number is concerned
 * @param eventId by which receivers tell repeated deliveries; not Kapso's
 * @param nextAttemptAt when it is tried next; not Kapso's
 * @param payload what is sent; not Kapso's, and only of one that is looked at by itself
 * @param attempts oldest first; not Kapso's, and only of one that is looked at by itself
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
public record WebhookDelivery(
        @Nullable String id,
        @Nullable String event,
        @Nullable String status,
        @Nullable Integer responseStatus,
        @Nullable String deliveredAt,
        @Nullable String failedAt,
        @Nullable String lastAttemptAt,
        @Nullable Integer attemptCount,
        @Nullable String createdAt,
        @Nullable String webhookId,
        @Nullable String webhookUrl,
        @Nullable String whatsappConfigId,
        @Nullable String phoneNumberId,
        @Nullable String conversationPhoneNumber,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String eventId,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String nextAttemptAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable JsonNode payload,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Attempt> attempts) {

    /** Neither whom it is about nor what it says. */
    @Override
    public String toString() {
        return "WebhookDelivery[" + id + "]";
    }

    /**
     * An attempt. It has a status or an error.
     *
     * @param number counted from 1, anew after a replay
     * @param at when it began
     * @param response the beginning of the answer's body
     * @param error why there was no answer
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Attempt(
            @Nullable Integer number,
            @Nullable String at,
            @Nullable Long latencyMs,
            @Nullable Integer responseStatus,
            @Nullable String response,
            @Nullable String error) {

        /** Not the answer, which is somebody else's. */
        @Override
        public String toString() {
            return "Attempt[" + number + "]";
        }
    }
}
