package io.stele.core.delivery;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How often and how long a message is tried.
 *
 * @param base the wait after the first failed attempt; each further one doubles it
 * @param cap the longest wait
 * @param lifetime how long after it was queued a message is still sent
 */
public record RetryPolicy(Duration base, Duration cap, Duration lifetime) {

    private static final int MOST_DOUBLINGS = 30;

    /** From one second to five minutes apart, for a day. */
    public static final RetryPolicy STANDARD =
            new RetryPolicy(Duration.ofSeconds(1), Duration.ofMinutes(5), Duration.ofHours(24));

    /** How long to wait after this attempt, counted from 1; between half of the full wait and all of it. */
    public Duration waitAfter(int attempt, RandomGenerator random) {
        int doublings = Math.clamp(attempt - 1, 0, MOST_DOUBLINGS);
        boolean capped = base.toMillis() > cap.toMillis() >> doublings;
        long bounded = capped ? cap.toMillis() : base.toMillis() << doublings;
        return Duration.ofMillis(bounded / 2 + random.nextLong(bounded / 2 + 1));
    }
}
