package io.stele.adapters.http;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ends what is not done in time: its one thread closes the connection under whoever waits on it. What it is given to run must not block.
 */
final class Watchdog implements AutoCloseable {

    /** A connection may be made at the very moment at which it is to be closed, so that closing is repeated until the work is given up. */
    private static final Duration AGAIN = Duration.ofMillis(20);

    private final ScheduledThreadPoolExecutor timer;
    private final Set<Watch> open = ConcurrentHashMap.newKeySet();

    Watchdog() {
        timer = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("outbound-http-watchdog").factory());
        timer.setRemoveOnCancelPolicy(true);
    }

    /**
     * Runs the abortion at the deadline, and again and again until the watch is closed.
     *
     * @throws RejectedExecutionException when this is closed
     */
    Watch watch(Deadline deadline, Runnable abortion) {
        Watch watch = new Watch(abortion);
        open.add(watch);
        try {
            watch.schedule(deadline.remaining());
        } catch (RejectedExecutionException e) {
            open.remove(watch);
            throw e;
        }
        return watch;
    }

    /** Runs the chore again and again. */
    void every(Duration period, Runnable chore) {
        ScheduledFuture<?> _ =
                timer.scheduleWithFixedDelay(chore, period.toNanos(), period.toNanos(), TimeUnit.NANOSECONDS);
    }

    boolean isClosed() {
        return timer.isShutdown();
    }

    /** Runs each abortion a last time, and nothing from here on. */
    @Override
    public void close() {
        timer.shutdownNow();
        open.forEach(Watch::expire);
    }

    /** One piece of work that has to be done in time. */
    final class Watch implements AutoCloseable {

        private final Runnable abortion;
        private @Nullable ScheduledFuture<?> next;
        private boolean closed;
        private volatile boolean expired;

        private Watch(Runnable abortion) {
            this.abortion = abortion;
        }

        /** Whether the abortion was run. */
        boolean isExpired() {
            return expired;
        }

        private synchronized void expire() {
            if (!closed) {
                expired = true;
                abortion.run();
                if (!isClosed()) {
                    schedule(AGAIN);
                }
            }
        }

        private synchronized void schedule(Duration delay) {
            next = timer.schedule(this::expire, delay.toNanos(), TimeUnit.NANOSECONDS);
        }

        /** Ends the watch. When this returns the abortion neither runs nor will run. */
        @Override
        public synchronized void close() {
            closed = true;
            open.remove(this);
            if (next != null) {
                next.cancel(false);
            }
        }
    }
}
