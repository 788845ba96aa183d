package io.stele.server.worker;

import io.stele.core.event.EventNumbering;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Numbers events as they come to be, until closed. Several of these, also on several nodes, do not disturb each other. */
final class EventNumberer implements AutoCloseable {

    /** How long an event of another node that died can wait for its position. */
    private static final long LONGEST_PAUSE_MILLIS = 250;

    private static final long CLOSING_MILLIS = 10_000;

    private final EventNumbering numbering;
    private final Consumer<Throwable> onFault;
    private final Semaphore news = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closed;

    /** Starts at once. {@code onFault} hears of what goes wrong with the store; the work goes on. */
    EventNumberer(EventNumbering numbering, Consumer<Throwable> onFault) {
        this.numbering = numbering;
        this.onFault = onFault;
        this.thread = Thread.ofPlatform().daemon().name("event-numberer").start(this::run);
    }

    /** Says that events have been written, so that they need not wait for the next look. */
    void wake() {
        if (news.availablePermits() == 0) {
            news.release();
        }
    }

    /** Numbers nothing more, and waits for what is being numbered. The rest is numbered by another node, or after the next start. */
    @Override
    public void close() {
        closed = true;
        wake();
        try {
            thread.join(CLOSING_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!closed) {
                if (!hasNumbered() && news.tryAcquire(LONGEST_PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                    news.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean hasNumbered() {
        try {
            return numbering.number() > 0;
        } catch (RuntimeException | Error e) {
            onFault.accept(e);
            return false;
        }
    }
}
