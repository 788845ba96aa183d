package io.stele.server.store;

import io.stele.server.store.sql.SqlCauses;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/** What a failure says of the database, for those who must tell a person. */
public final class DatabaseFault {

    private DatabaseFault() {}

    /** The first line of what the database, or its migration, says is wrong; empty when the failure comes from neither. */
    public static Optional<String> reason(Throwable failure) {
        return SqlCauses.of(failure)
                .findFirst()
                .<Throwable>map(cause -> cause)
                .or(() -> migration(failure))
                .map(DatabaseFault::firstLine);
    }

    /** The SQL state of this exception itself; empty when it has none. Says what kind of fault it is, and quotes no row. */
    public static Optional<String> state(Throwable exception) {
        return exception instanceof SQLException sql ? Optional.ofNullable(sql.getSQLState()) : Optional.empty();
    }

    private static Optional<FlywayException> migration(Throwable failure) {
        return Stream.<@Nullable Throwable>iterate(failure, cause -> cause != null, cause -> cause == null ? null : cause.getCause())
                .filter(FlywayException.class::isInstance)
                .map(FlywayException.class::cast)
                .findFirst();
    }

    private static String firstLine(Throwable reason) {
        String message = reason.getMessage();
        return message == null ? "" : message.lines().findFirst().orElse("");
    }
}
