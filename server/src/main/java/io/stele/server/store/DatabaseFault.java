package io.stele.server.store;

import java.sql.SQLException;
import java.util.Optional;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/** What a failure says of the database, for those who must tell a person. */
public final class DatabaseFault {

    private DatabaseFault() {}

    /** The first line of what the database, or its migration, says is wrong; empty when the failure comes from neither. */
    public static Optional<String> reason(Throwable failure) {
        Throwable migration = null;
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException) {
                return Optional.of(firstLine(cause));
            }
            if (cause instanceof FlywayException && migration == null) {
                migration = cause;
            }
        }
        return Optional.ofNullable(migration).map(DatabaseFault::firstLine);
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
