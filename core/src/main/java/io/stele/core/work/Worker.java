package io.stele.core.work;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Does work as it comes up, on a thread of its own, until closed: at once as long as there may be more; else when it is woken, when
 * something becomes due, and from time to time, since nobody here is told of what another node leaves to do.
 */
public final class Worker implements AutoCloseable {

    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(1);
    private static final Duration CLOSING = Duration.ofSeconds(10);

    private final Work work;
    private final Duration interval;
    private final Duration longestPause;
    private final InstantSource clock;
    private final Consumer<Throwable> onFault;
    private final Semaphore wake = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closed;

    /** What is to be done. Called by one thread only. */
    public interface Work {

        /** Does some of it. @return whether there may be more to do at once */
        boolean doSome();

        /** When there is more to do though nobody wakes the worker; empty when nothing is known of. Asked after there was nothing to do. */
        Optional<Instant> nextDue();
    }

    /**
     * Does nothing yet. {@code onFault} hears of what goes wrong with the work, and must not throw; after a pause the work goes on.
     *
     * @param longestPause after which it looks again in any case
     */
    public Worker(String name, Work work, Duration longestPause, InstantSource clock, Consumer<Throwable> onFault) {
        this(name, work, Duration.ZERO, longestPause, clock, onFault);
    }

    /**
     * The same for work that costs as much when little of it has come up as when much has: it is not begun again before so long has passed. What comes up while there
     * was nothing to do for a while is done at once.
     *
     * @param interval from one beginning to the next, at least
     */
    public Worker(
            String name,
            Work work,
            Duration interval,
            Duration longestPause,
            InstantSource clock,
            Consumer<Throwable> onFault) {
        this.work = work;
        this.interval = interval;
        this.longestPause = longestPause;
        this.clock = clock;
        this.onFault = onFault;
        this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
    }

    /** Begins; once. */
    public void start() {
        thread.start();
    }

    /** Says that there is something to do, so that it need not wait for the next look. */
    public void wake() {
        if (wake.availablePermits() == 0) {
            wake.release();
        }
    }

    /** Begins nothing more, and waits a little for what is being done. */
    @Override
    public void close() {
        closed = true;
        wake();
        try {
            thread.join(CLOSING);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!closed) {
                long begun = System.nanoTime();
                Duration pause = look();
                rest(begun);
                if (!closed && wake.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    wake.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void rest(long begun) throws InterruptedException {
        Duration rest = interval.minusNanos(System.nanoTime() - begun);
        if (rest.isPositive() && !closed) {
            Thread.sleep(rest);
        }
    }

    /** Does some of the work, and says how long nothing will be to do unless somebody wakes us. */
    private Duration look() {
        try {
            return work.doSome() ? Duration.ZERO : work.nextDue().map(this::until).orElse(longestPause);
        } catch (RuntimeException | Error e) {
            onFault.accept(e);
            return longestPause;
        }
    }

    private Duration until(Instant due) {
        Duration until = Duration.between(clock.instant(), due).plusMillis(1);
        return Collections.min(List.of(longestPause, Collections.max(List.of(until, SHORTEST_PAUSE))));
    }
}
