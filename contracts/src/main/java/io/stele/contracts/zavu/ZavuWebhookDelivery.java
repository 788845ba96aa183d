package io.stele.contracts.zavu;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that a sender's webhook was told, or is to be told. Zavu has no such resource; it is Stele's own.
 *
 * @param eventId the {@code id} in what is sent
 * @param type the event's name
 * @param status {@code pending}, {@code delivered} or {@code failed}
 * @param attempts how often it was tried since it was made, or since it was last replayed
 * @param nextAttemptAt when it is tried next; absent when it is not
 * @param settledAt when it was delivered or given up
 * @param responseStatus the HTTP status of the last attempt; absent when there was no answer
 * @param payload what is sent; only where one delivery is shown
 * @param attemptLog each attempt, oldest first; only where one delivery is shown
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ZavuWebhookDelivery(
        String id,
        String eventId,
        String type,
        String status,
        int attempts,
        @Nullable String nextAttemptAt,
        @Nullable String lastAttemptAt,
        @Nullable String settledAt,
        @Nullable Integer responseStatus,
        String createdAt,
        @Nullable JsonNode payload,
        @Nullable List<Attempt> attemptLog) {

    /**
     * One attempt.
     *
     * @param number counted from 1; a replay counts anew
     * @param durationMs how long it took
     * @param responseStatus the HTTP status; absent when there was no answer
     * @param response the first bytes of the answer; absent when there were none
     * @param error why there was no answer; absent when there was one
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Attempt(
            int number,
            String at,
            long durationMs,
            @Nullable Integer responseStatus,
            @Nullable String response,
            @Nullable String error) {}
}
