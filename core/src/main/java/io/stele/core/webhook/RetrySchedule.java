package io.stele.core.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When a delivery that was not taken is tried again.
 *
 * @param pauses between an attempt and the next: after the first attempt the first one; when they are used up, the delivery
 *     has failed
 * @param timeout how long an attempt may take, from its beginning to the end of the answer
 */
public record RetrySchedule(List<Duration> pauses, Duration timeout) {

    private static final Duration LONGEST_WISH = Duration.ofHours(24);
    private static final double JITTER = 0.1;

    public RetrySchedule {
        pauses = List.copyOf(pauses);
    }

    /**
     * How long to wait after this attempt: the schedule's pause and up to a tenth more, so that what failed together does not
     * come back together. Empty when it was the last.
     *
     * @param attempt counted from 1
     */
    public Optional<Duration> pauseAfter(int attempt, RandomGenerator random) {
        return attempt > pauses.size()
                ? Optional.empty()
                : Optional.of(pauses.get(attempt - 1))
                        .map(pause -> pause.plusMillis((long) (pause.toMillis() * JITTER * random.nextDouble())));
    }

    /** The same, when the receiver asked to be left alone for a while: then not before that, but for a day at the most. */
    public Optional<Duration> pauseAfter(int attempt, Duration wish, RandomGenerator random) {
        Duration asked = wish.compareTo(LONGEST_WISH) > 0 ? LONGEST_WISH : wish;
        return pauseAfter(attempt, random).map(pause -> pause.compareTo(asked) < 0 ? asked : pause);
    }
}
