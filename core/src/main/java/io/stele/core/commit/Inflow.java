package io.stele.core.commit;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** How much comes in, and whether those who bring it wait for nothing but a processor. Safe for concurrent use. */
public final class Inflow {

    /** From so many on they are a crowd: fewer are written as fast as they come. */
    public static final int CROWD = 8;

    /** Whose answer is there for longer than this waits for a processor. */
    public static final Duration DELAY = Duration.ofMillis(3);

    /** So many who have waited make up what is said of all. */
    private static final int SAMPLES = 16;

    /** What was seen longer ago says nothing of now. */
    private static final long RECENT = Duration.ofMillis(100).toNanos();

    private final LongSupplier nanoTime;
    private final AtomicInteger waiting = new AtomicInteger();
    private final LongAdder done = new LongAdder();
    private volatile long delay;
    private volatile long seenAt;
    private volatile BooleanSupplier full = () -> false;

    public Inflow() {
        this(System::nanoTime);
    }

    /** @param nanoTime a clock for spans of time, in nanoseconds */
    public Inflow(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.seenAt = nanoTime.getAsLong() - RECENT;
    }

    /** Where it comes in. */
    void into(SharedCommits<?, ?> commits) {
        full = commits::isFull;
    }

    /** Whether what came now would be refused. */
    public boolean isFull() {
        return full.getAsBoolean();
    }

    /** Something waits for its commit. */
    public void arrived() {
        waiting.incrementAndGet();
    }

    /** So much waits no more, whatever has become of it. */
    public void left(int number) {
        waiting.addAndGet(-number);
        done.add(number);
    }

    /** Somebody goes on whose answer was there at this moment of {@link System#nanoTime()}. Of several at once not all need count. */
    public void resumed(long answeredAt) {
        long now = nanoTime.getAsLong();
        long before = now - seenAt < RECENT ? delay : 0;
        delay = before + (now - answeredAt - before) / SAMPLES;
        seenAt = now;
    }

    /** Whether those who bring it wait for long, be it for the database or for a processor: then it goes before what can wait. */
    public boolean isCrowded() {
        return waiting() >= CROWD || delay().compareTo(DELAY) > 0;
    }

    /** How much waits. */
    public int waiting() {
        return waiting.get();
    }

    /** How much has waited and does so no more, since the start. */
    public long done() {
        return done.sum();
    }

    /** For how long those wait, in the middle, whose answers are there, because others are running; zero when nobody came lately. */
    public Duration delay() {
        return nanoTime.getAsLong() - seenAt < RECENT ? Duration.ofNanos(delay) : Duration.ZERO;
    }
}
