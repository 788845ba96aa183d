package io.stele.core.message;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a message got where. Each moment is set once: a repeated receipt does not move it.
 *
 * @param queuedAt null for an inbound message
 * @param readAt for an outbound message, when the recipient read it; for an inbound one, when it was marked read
 */
public record Timeline(
        @Nullable Instant queuedAt,
        @Nullable Instant sentAt,
        @Nullable Instant deliveredAt,
        @Nullable Instant readAt,
        @Nullable Instant failedAt) {

    /** Nothing has happened yet. */
    public static final Timeline EMPTY = new Timeline(null, null, null, null, null);

    /** The timeline of a message that was accepted at this moment. */
    public static Timeline queued(Instant at) {
        return new Timeline(at, null, null, null, null);
    }

    /**
     * This timeline with one more moment. A moment that implies earlier ones sets those too where they are missing: what was
     * read was delivered and sent.
     */
    public Timeline reached(Status status, Instant at) {
        return switch (status) {
            case HELD, SENDING, RECEIVED -> this;
            case QUEUED -> new Timeline(first(queuedAt, at), sentAt, deliveredAt, readAt, failedAt);
            case SENT -> new Timeline(queuedAt, first(sentAt, at), deliveredAt, readAt, failedAt);
            case DELIVERED -> new Timeline(queuedAt, first(sentAt, at), first(deliveredAt, at), readAt, failedAt);
            case READ -> new Timeline(queuedAt, first(sentAt, at), first(deliveredAt, at), first(readAt, at), failedAt);
            case FAILED -> new Timeline(queuedAt, sentAt, deliveredAt, readAt, first(failedAt, at));
        };
    }

    /** This timeline as it stood when the message got there: without the moments of later steps. */
    public Timeline upTo(Status status) {
        return switch (status) {
            case HELD, QUEUED, SENDING, RECEIVED -> new Timeline(queuedAt, null, null, null, null);
            case SENT -> new Timeline(queuedAt, sentAt, null, null, null);
            case FAILED -> new Timeline(queuedAt, sentAt, null, null, failedAt);
            case DELIVERED -> new Timeline(queuedAt, sentAt, deliveredAt, null, failedAt);
            case READ -> this;
        };
    }

    private static Instant first(@Nullable Instant known, Instant at) {
        return known == null ? at : known;
    }
}
