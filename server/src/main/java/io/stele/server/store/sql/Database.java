package io.stele.server.store.sql;

import io.micronaut.context.annotation.Property;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Runs transactions. Each takes one connection of the pool, and waits for one when all are taken, for a bounded time.
 *
 * <p>Waiting is done here, in order of arrival, and not in the pool: there whoever gives a connection back keeps a processor busy
 * until somebody who waits has taken it, which with virtual threads can take for ever.
 */
@Singleton
public class Database {

    private static final int MOST_RUNS = 8;

    /** Before the second run; before the third it is twice as long, and so on. */
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(10);

    /** A circle of locks, or a row changed by another; in PostgreSQL's and in H2's words. */
    private static final Set<String> WORTH_ANOTHER_RUN = Set.of("40001", "40P01", "90131");

    private final TransactionOperations<Connection> transactions;
    private final Signals signals;
    private final Dialect dialect;
    private final Semaphore connections;
    private final WriteTurn turn;
    private final Patience patience;

    Database(
            TransactionOperations<Connection> transactions,
            Signals signals,
            @Property(name = "datasources.default.url") String url,
            @Property(name = "datasources.default.maximum-pool-size") int connections,
            @Property(name = "datasources.default.connection-timeout") long patienceMillis) {
        this.transactions = transactions;
        this.signals = signals;
        this.connections = new Semaphore(connections, true);
        this.patience = new Patience(TimeUnit.MILLISECONDS.toNanos(patienceMillis));
        this.dialect = Dialect.of(url);
        this.turn = WriteTurn.of(dialect);
    }

    /**
     * Does this in one transaction, which is durable when this returns. The work is done again from its beginning when
     * another transaction got in its way, so it must not change anything but the database. It is not done again when it
     * waited in vain for a row of another: {@link LockWait}.
     *
     * @throws StoreException when the database fails
     */
    public <T> T write(Function<Session, T> work) {
        Set<Signal> raised = EnumSet.noneOf(Signal.class);
        T result = committed(work, raised);
        signals.raise(raised);
        return result;
    }

    /** How many transactions of the same kind are worth running at once, where the work of many can be done in one. */
    public int writersAtOnce() {
        return turn.atOnce();
    }

    private <T> T committed(Function<Session, T> work, Set<Signal> raised) {
        long begun = System.nanoTime();
        for (int run = 1; ; run++) {
            raised.clear();
            try {
                return turn.within(patience, () -> connected(() -> transactions.executeWrite(status -> {
                    Session session = new Session(status.getConnection(), dialect);
                    T result = work.apply(session);
                    raised.addAll(session.raised());
                    return result;
                })));
            } catch (KeyWait.InsertedByAnotherException e) {
                if (System.nanoTime() - begun >= e.longest().toNanos()) {
                    throw StoreException.of(e);
                }
                standBack(Math.min(run, MOST_RUNS));
            } catch (RuntimeException e) {
                if (run >= MOST_RUNS || !isWorthAnotherRun(e)) {
                    throw StoreException.of(e);
                }
                standBack(run);
            }
        }
    }

    private <T> T connected(Supplier<T> work) {
        patience.await(connections::tryAcquire, "no connection was free in time");
        try {
            return work.get();
        } finally {
            connections.release();
        }
    }

    /**
     * Does this while no transaction writes, where only one can at a time: then the file has nothing in it that is half done.
     *
     * @param work is given a connection on which nothing has been done
     * @throws StoreException when the turn does not come in time
     */
    public <T> T betweenWrites(Function<Connection, T> work) {
        try {
            return turn.within(
                    patience, () -> connected(() -> transactions.executeRead(status -> work.apply(status.getConnection()))));
        } catch (RuntimeException e) {
            throw StoreException.of(e);
        }
    }

    /** As {@link #write(Function)}, where no statement waits for longer than this for a row of another. */
    public <T> T write(Duration longestWait, Function<Session, T> work) {
        return write(session -> LockWait.within(session, longestWait, work));
    }

    /**
     * Reads in one transaction.
     *
     * @throws StoreException when the database fails
     */
    public <T> T read(Function<Session, T> work) {
        try {
            return connected(
                    () -> transactions.executeRead(status -> work.apply(new Session(status.getConnection(), dialect))));
        } catch (RuntimeException e) {
            throw StoreException.of(e);
        }
    }

    /** Waits a little, and not as long as the other, so that two that got into each other's way do not meet again at once. */
    private static void standBack(int run) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(run * LONGEST_PAUSE.toMillis() + 1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isWorthAnotherRun(Throwable failure) {
        return failure instanceof RunAgainException || SqlCauses.haveState(failure, WORTH_ANOTHER_RUN);
    }
}
