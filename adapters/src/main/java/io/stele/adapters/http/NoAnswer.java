package io.stele.adapters.http;

import org.jspecify.annotations.Nullable;

/**
 * The request, or a part of it, left, but no answer came that can be relied on. What the other side did is not known.
 *
 * @param status what the head of the answer said, when only its body is missing; null when there was not even a head
 * @param detail the kind of the exception; null when there is none. Never holds what was sent or where to
 */
public record NoAnswer(Reason reason, @Nullable Integer status, @Nullable String detail) implements Failure {

    /** Why there is no answer. */
    public enum Reason {
        TIMEOUT("no answer in time"),
        /** The other side ended the connection in good form, before or within the head. */
        CLOSED_BY_PEER("closed without an answer"),
        CONNECTION_LOST("connection lost"),
        /** What came is not HTTP, or its head is beyond all measure. */
        MALFORMED("malformed answer"),
        CUT_OFF("answer cut off"),
        /** The whole body is needed, and has more bytes than are wanted. */
        TOO_LARGE("answer too large"),
        INTERRUPTED("interrupted"),
        /** Stele is stopping. */
        CLOSED("shutting down");

        private final String words;

        Reason(String words) {
            this.words = words;
        }
    }

    @Override
    public String text() {
        return detail == null ? reason.words : reason.words + " (" + detail + ")";
    }
}
