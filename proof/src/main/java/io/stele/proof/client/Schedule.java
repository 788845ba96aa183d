package io.stele.proof.client;

import io.stele.harness.process.Waiting;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** When each of many sends is to begin, at equal distances. Safe for several threads, each of which waits for one send after the other. */
final class Schedule {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    /** How many times the time may pass before the last send begins. */
    static final int LATEST = 2;

    private final LongSupplier nanoTime;
    private final long start;
    private final AtomicLong next = new AtomicLong();
    private final AtomicLong begun = new AtomicLong();
    private final AtomicLong lasted = new AtomicLong();
    private final long perSecond;
    private final Duration time;
    private final long number;

    /** Begins now. */
    Schedule(long perSecond, Duration time) {
        this(perSecond, time, System::nanoTime);
    }

    /** @param nanoTime a clock for spans of time, in nanoseconds */
    Schedule(long perSecond, Duration time, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
        this.perSecond = perSecond;
        this.time = time;
        this.number = perSecond * time.toMillis() / TimeUnit.SECONDS.toMillis(1);
    }

    /**
     * Waits until the next send is due, which it may have been for long.
     *
     * @return false when all are begun, or twice the time has passed
     */
    boolean awaitNext() {
        long mine = next.getAndIncrement();
        if (mine >= number) {
            return false;
        }
        long early = mine * SECOND / perSecond - passed();
        if (early > 0) {
            Waiting.pause(Duration.ofNanos(early));
        }
        long passed = passed();
        if (passed > LATEST * time.toNanos()) {
            return false;
        }
        begun.incrementAndGet();
        lasted.accumulateAndGet(passed, Math::max);
        return true;
    }

    /** How many sends a second were begun, in the time that it took to begin them. */
    long pace() {
        return begun.get() * SECOND / Math.max(time.toNanos(), lasted.get());
    }

    /** How many sends were not begun, since it was too late. */
    long neverBegun() {
        return number - begun.get();
    }

    /** How many that is a second, of so many since this began. */
    long perSecond(long count) {
        return count * SECOND / Math.max(1, passed());
    }

    private long passed() {
        return nanoTime.getAsLong() - start;
    }
}
