package io.stele.core.webhook;

import io.stele.core.channel.EndpointId;
import io.stele.core.project.Scope;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that is, or was, to be told to a webhook.
 *
 * @param id sorts by the time of making
 * @param eventId the same for all attempts, and for a replay; consumers tell repeated deliveries by it
 * @param position of the event in its log, of the last one when it was made of several; 0 for a test
 * @param event the event's name in the webhook's language; of an event that could not be put into words, the word of its kind
 * @param body exactly as it is sent; empty when the event could not be put into words
 * @param endpoint where the event happened; null when at none
 * @param person the address of the person concerned; null when none is
 * @param attempts how often it was tried, an attempt that is under way included
 * @param dueAt when it is tried next; while it is being sent, when it would be tried again if nothing were heard of that; null when it is not
 *     tried, and while it waits for another of its lane
 * @param settledAt when it was delivered, given up or made part of another; null before
 * @param answerStatus the HTTP status of the last attempt; null when there was no answer
 */
public record WebhookDelivery(
        UUID id,
        Scope scope,
        WebhookId webhook,
        UUID eventId,
        long position,
        String event,
        String body,
        @Nullable EndpointId endpoint,
        @Nullable String person,
        Status status,
        int attempts,
        @Nullable Instant dueAt,
        @Nullable Instant settledAt,
        @Nullable Instant lastAttemptAt,
        @Nullable Integer answerStatus,
        Instant createdAt) {

    /** Where a delivery stands. */
    public enum Status {
        /** Waits for further messages of its conversation, to be told together with them. */
        BUFFERED,
        /** Is told as part of another delivery. */
        BATCHED,
        /** Waits for its turn, or is being sent. */
        PENDING,
        /** Was taken. */
        DELIVERED,
        /** Was not taken, and is not tried any more. */
        FAILED
    }
}
