package io.stele.server.store;

import io.stele.server.store.sql.RunAgainException;
import io.stele.server.store.sql.SqlCauses;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/** What a failure says of the database, for those who must tell a person. */
public final class DatabaseFault {

    /** Connection, rollback, resources, operator. */
    private static final Set<String> PASSING_CLASSES = Set.of("08", "40", "53", "57");

    /**
     * A lock that was waited for in vain, a transaction that was idle for too long, a server that only reads; and H2's words for a lock, a
     * changed row, a broken connection and a closed database.
     */
    private static final Set<String> PASSING = Set.of("55P03", "25P03", "25006", "HYT00", "90131", "90067", "90098");

    /** A connection that broke or could not be made. */
    private static final String CONNECTION_CLASS = "08";

    /** A server that was stopped, or died, or is not there yet, or has no room on its disk; H2's words for a broken connection and a closed database. */
    private static final Set<String> AWAY = Set.of("57P01", "57P02", "57P03", "53100", "90067", "90098");

    private DatabaseFault() {}

    /** The first line of what the database, or its migration, says is wrong; empty when the failure comes from neither. */
    public static Optional<String> reason(Throwable failure) {
        return SqlCauses.of(failure)
                .findFirst()
                .<Throwable>map(cause -> cause)
                .or(() -> SqlCauses.of(failure, FlywayException.class).findFirst())
                .map(DatabaseFault::firstLine);
    }

    /**
     * Whether the failure has to do with the moment and not with what was asked: the database is away, full or overtaxed, or others hold what is
     * needed. The same may well work a little later.
     */
    public static boolean isPassing(Throwable failure) {
        return failure instanceof RunAgainException
                || SqlCauses.of(failure).anyMatch(SQLTransientConnectionException.class::isInstance)
                || SqlCauses.state(failure)
                        .filter(state -> PASSING_CLASSES.contains(state.substring(0, Math.min(2, state.length()))) || PASSING.contains(state))
                        .isPresent();
    }

    /** Whether the database was not there, so that the failure says nothing of the rows that were asked for. */
    public static boolean isAway(Throwable failure) {
        return SqlCauses.of(failure).anyMatch(SQLTransientConnectionException.class::isInstance)
                || SqlCauses.state(failure)
                        .filter(state -> state.startsWith(CONNECTION_CLASS) || AWAY.contains(state))
                        .isPresent();
    }

    /** The SQL state of this exception itself; empty when it has none. Says what kind of fault it is, and quotes no row. */
    public static Optional<String> state(Throwable exception) {
        return exception instanceof SQLException sql ? Optional.ofNullable(sql.getSQLState()) : Optional.empty();
    }

    /** The kinds of exceptions that led to this one and itself, outermost first, with their SQL states. Quotes no row. */
    public static String describe(Throwable failure) {
        StringBuilder description = new StringBuilder();
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            description.append(description.isEmpty() ? "" : ", caused by ").append(cause.getClass().getSimpleName());
            state(cause).ifPresent(state -> description.append(' ').append(state));
        }
        return description.toString();
    }

    private static String firstLine(Throwable reason) {
        String message = reason.getMessage();
        return message == null ? "" : message.lines().findFirst().orElse("");
    }
}
