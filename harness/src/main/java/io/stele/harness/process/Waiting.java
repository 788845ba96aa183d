package io.stele.harness.process;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what other processes do. */
public final class Waiting {

    private Waiting() {}

    /**
     * Asks at this interval until it is so.
     *
     * @throws IllegalStateException with what was waited for, when it is not so in time
     */
    public static void until(String what, Duration longest, Duration interval, BooleanSupplier question) {
        long end = System.nanoTime() + longest.toNanos();
        while (!question.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("not within " + longest.toSeconds() + " s: " + what);
            }
            pause(interval);
        }
    }

    /** Waits. */
    public static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
