package io.stele.adapters.http;

import java.time.Duration;
import org.apache.hc.core5.util.Timeout;

/** A moment by the clock that nobody sets. */
record Deadline(long nanos) {

    static Deadline after(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** This, or the moment after so long a time if that is earlier. */
    Deadline within(Duration time) {
        Deadline other = after(time);
        return other.nanos - nanos < 0 ? other : this;
    }

    /** How long it is until then; nothing when it is past. */
    Duration remaining() {
        return Duration.ofNanos(Math.max(0, nanos - System.nanoTime()));
    }

    boolean isPast() {
        return nanos - System.nanoTime() <= 0;
    }

    /** How long it is until then, and never 0, which would mean to wait for ever. */
    Timeout timeout() {
        return timeout(remaining());
    }

    /** The time in whole milliseconds, and never 0, which would mean to wait for ever. */
    static Timeout timeout(Duration time) {
        return Timeout.ofMilliseconds(Math.max(1, time.toMillis()));
    }
}
