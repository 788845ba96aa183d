package io.stele.server.store.sql;

import java.sql.SQLTransientConnectionException;
import java.util.concurrent.TimeUnit;

/**
 * For how long one waits for what others have.
 *
 * @param nanos the longest wait
 */
record Patience(long nanos) {

    /** What is waited for. */
    @FunctionalInterface
    interface Turn {
        /** Waits for so long. @return whether it came */
        boolean await(long time, TimeUnit unit) throws InterruptedException;
    }

    /**
     * Waits. An interrupt does not end that: whoever is to stop stops when the work is done.
     *
     * @param failure what to say when it does not come
     * @throws StoreException when it does not come in time: the database is as good as away
     */
    void await(Turn turn, String failure) {
        long end = System.nanoTime() + nanos;
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    if (turn.await(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                        return;
                    }
                    throw StoreException.of(new IllegalStateException(new SQLTransientConnectionException(failure)));
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
