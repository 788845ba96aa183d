package io.stele.server.store.sql;

import io.micronaut.context.annotation.Property;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs transactions. Each takes one connection of the pool, and waits for one when all are taken.
 *
 * <p>Waiting is done here, in order of arrival, and not in the pool: there whoever gives a connection back keeps a processor busy
 * until somebody who waits has taken it, which with virtual threads can take for ever.
 */
@Singleton
public class Database {

    private static final int MOST_RUNS = 8;

    /**
     * A circle of locks, a wait for a lock that took too long, a row changed by another; in PostgreSQL's and in H2's words.
     */
    private static final Set<String> WORTH_ANOTHER_RUN = Set.of("40001", "40P01", "55P03", "HYT00", "90131");

    private final TransactionOperations<Connection> transactions;
    private final Signals signals;
    private final Dialect dialect;
    private final Semaphore connections;

    Database(
            TransactionOperations<Connection> transactions,
            Signals signals,
            @Property(name = "datasources.default.url") String url,
            @Property(name = "datasources.default.maximum-pool-size") int connections) {
        this.transactions = transactions;
        this.signals = signals;
        this.connections = new Semaphore(connections, true);
        this.dialect = Dialect.of(url);
    }

    /**
     * Does this in one transaction, which is durable when this returns. The work is done again from its beginning when
     * another transaction got in its way, so it must not change anything but the database.
     */
    public <T> T write(Function<Session, T> work) {
        Set<Signal> raised = EnumSet.noneOf(Signal.class);
        T result = connected(() -> committed(work, raised));
        signals.raise(raised);
        return result;
    }

    private <T> T connected(Supplier<T> work) {
        connections.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            connections.release();
        }
    }

    private <T> T committed(Function<Session, T> work, Set<Signal> raised) {
        for (int run = 1; ; run++) {
            raised.clear();
            try {
                return transactions.executeWrite(status -> {
                    Session session = new Session(status.getConnection(), dialect);
                    T done = work.apply(session);
                    raised.addAll(session.raised());
                    return done;
                });
            } catch (RuntimeException e) {
                if (run == MOST_RUNS || !isWorthAnotherRun(e)) {
                    throw e;
                }
            }
        }
    }

    /** Reads in one transaction. */
    public <T> T read(Function<Session, T> work) {
        return connected(
                () -> transactions.executeRead(status -> work.apply(new Session(status.getConnection(), dialect))));
    }

    private static boolean isWorthAnotherRun(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RunAgainException) {
                return true;
            }
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return WORTH_ANOTHER_RUN.contains(sql.getSQLState());
            }
        }
        return false;
    }
}
