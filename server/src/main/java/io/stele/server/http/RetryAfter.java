package io.stele.server.http;

import java.time.Duration;

/** How long a client is asked to wait, as {@code Retry-After} says it. */
public final class RetryAfter {

    private RetryAfter() {}

    /** The wait in whole seconds, rounded up, so that nobody comes back too early; at least one. */
    public static String seconds(Duration wait) {
        return Long.toString(Math.max(1, wait.plusNanos(999_999_999).toSeconds()));
    }
}
