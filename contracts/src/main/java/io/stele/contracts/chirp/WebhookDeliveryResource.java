package io.stele.contracts.chirp;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that a webhook was told, or is to be told. Chirp has no such resource; it is Stele's own.
 *
 * @param eventId the {@code webhook-id} of all attempts
 * @param event the event's name
 * @param status {@code PENDING}, {@code DELIVERED} or {@code FAILED}
 * @param attempts how often it was tried since it was made, or since it was last replayed
 * @param nextAttemptAt when it is tried next; null when it is not
 * @param settledAt when it was delivered or given up
 * @param responseStatus the HTTP status of the last attempt; null when there was no answer
 * @param payload what is sent; only where one delivery is shown
 * @param attemptLog each attempt, oldest first; only where one delivery is shown
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record WebhookDeliveryResource(
        String id,
        String webhookId,
        String eventId,
        String event,
        String status,
        int attempts,
        @Nullable String nextAttemptAt,
        @Nullable String lastAttemptAt,
        @Nullable String settledAt,
        @Nullable Integer responseStatus,
        String createdAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable JsonNode payload,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Attempt> attemptLog) {

    /**
     * One attempt.
     *
     * @param number counted from 1; a replay counts anew
     * @param durationMs how long it took
     * @param responseStatus the HTTP status; null when there was no answer
     * @param response the first bytes of the answer; null when there were none
     * @param error why there was no answer; null when there was one
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Attempt(
            int number,
            String at,
            long durationMs,
            @Nullable Integer responseStatus,
            @Nullable String response,
            @Nullable String error) {}
}
