package io.stele.server.api.events;

import java.time.Duration;

/**
 * Somebody who reads a log now: what there is to wait for. Whatever is told to it from any thread wakes the one that waits. No thread is ever
 * interrupted: it could be at work in the embedded database, which would not survive that.
 */
final class OpenReader {

    private long last;
    private long demand;
    private boolean over;

    /** Says that the log goes as far as this. */
    synchronized void grownTo(long position) {
        if (position > last) {
            last = position;
            notifyAll();
        }
    }

    /** Says that the client takes so many more parts. */
    synchronized void ask(long more) {
        demand = demand + more < 0 ? Long.MAX_VALUE : demand + more;
        notifyAll();
    }

    /** Says that the reading is over. */
    synchronized void end() {
        over = true;
        notifyAll();
    }

    synchronized boolean isOver() {
        return over;
    }

    /** Waits until the log goes beyond the position. @return whether it does; not when the reading is over */
    synchronized boolean awaitBeyond(long position, Duration longest) {
        return await(() -> last > position, longest);
    }

    /** Waits until the client takes another part, which is counted. @return whether it does; not when the reading is over */
    synchronized boolean awaitDemand(Duration longest) {
        boolean asked = await(() -> demand > 0, longest);
        if (asked && demand != Long.MAX_VALUE) {
            demand--;
        }
        return asked;
    }

    /** Waits, but not longer than the reading goes on. */
    synchronized void pause(Duration pause) {
        await(() -> false, pause);
    }

    @FunctionalInterface
    private interface Condition {
        boolean holds();
    }

    /** To be called by one that holds the monitor. */
    private synchronized boolean await(Condition condition, Duration longest) {
        long deadline = System.nanoTime() + longest.toNanos();
        try {
            while (!over && !condition.holds()) {
                long left = (deadline - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    return false;
                }
                wait(left);
            }
            return !over;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            over = true;
            return false;
        }
    }
}
