package io.stele.server.store.sql;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;

/**
 * How inserts wait in H2 for a key that another transaction is inserting.
 *
 * <p>H2 itself tries such an insert again and again without a pause. Two that do so keep both processors of a small machine from the one
 * for whom they wait, since a virtual thread that never pauses is never interrupted; and two that insert one key see each other's try, take
 * both back, and may do so for ever. So H2 is allowed no time of its own, and the pauses are made here.
 */
final class KeyWait {

    /** An insert of one row. */
    @FunctionalInterface
    interface Insert {

        /** @return how many rows were inserted */
        int run() throws SQLException;
    }

    private static final Duration LONGEST_PAUSE = Duration.ofMillis(8);

    private final long end;

    private KeyWait(Duration longest) {
        this.end = System.nanoTime() + longest.toNanos();
    }

    /**
     * Does what inserts, where H2 does not wait itself.
     *
     * @param work gets what to wait with: for all of its inserts together as long as a statement may wait
     */
    static <T> T within(Session session, Function<KeyWait, T> work) {
        KeyWait wait = new KeyWait(LockWait.allowed(session));
        return LockWait.within(session, Duration.ZERO, _ -> work.apply(wait));
    }

    /** Inserts as soon as nobody else is inserting the key. An interrupt does not end the wait: whoever is to stop stops when the work is done. */
    int insert(Insert insert) throws SQLException {
        boolean interrupted = false;
        try {
            for (long pause = 1; ; pause = Math.min(2 * pause, LONGEST_PAUSE.toMillis())) {
                try {
                    return insert.run();
                } catch (SQLException e) {
                    if (!LockWait.ended(e) || System.nanoTime() - end >= 0) {
                        throw e;
                    }
                }
                interrupted |= isInterruptedWithin(Duration.ofMillis(pause));
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Pauses, and not for as long as the other, so that the two do not meet again at once. */
    private static boolean isInterruptedWithin(Duration longest) {
        try {
            Thread.sleep(Duration.ofNanos(ThreadLocalRandom.current().nextLong(longest.toNanos())));
            return false;
        } catch (InterruptedException e) {
            return true;
        }
    }
}
