package io.stele.adapters.http;

import java.time.Duration;

/**
 * How long a request may take, and how much of its answer is kept. All times are at least a millisecond and at most a day.
 *
 * @param connect from the look-up of the name until the connection stands, TLS included
 * @param silence how long the other side may send nothing while its answer is awaited
 * @param total from the start to the last byte, with all waiting in between; nothing stretches it
 * @param mostBytes how much of the answer's body is kept, counted as it comes over the wire: nothing is unpacked
 * @param whole whether an answer is worth nothing without all of its body. If so, a body that is cut off or too large makes the answer a
 *     {@link NoAnswer}; if not, it is an {@link Answered} with what came
 */
public record Limits(Duration connect, Duration silence, Duration total, int mostBytes, boolean whole) {

    private static final Duration LONGEST = Duration.ofDays(1);

    /** @throws IllegalArgumentException when a time is out of its bounds, or the size is negative */
    public Limits {
        requireTime(connect);
        requireTime(silence);
        requireTime(total);
        if (mostBytes < 0) {
            throw new IllegalArgumentException("the size must not be negative");
        }
    }

    private static void requireTime(Duration time) {
        if (time.compareTo(Duration.ofMillis(1)) < 0 || time.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a time must be from one millisecond to one day");
        }
    }
}
