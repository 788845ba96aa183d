package io.stele.server.store.sql;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the database itself says within a failure. */
public final class SqlCauses {

    private SqlCauses() {}

    /** The database's exceptions among the failure and its causes, outermost first. */
    public static Stream<SQLException> of(Throwable failure) {
        return of(failure, SQLException.class);
    }

    /** The exceptions of this kind among the failure and its causes, outermost first. */
    public static <T extends Throwable> Stream<T> of(Throwable failure, Class<T> kind) {
        return Stream.<@Nullable Throwable>iterate(failure, cause -> cause != null, cause -> cause == null ? null : cause.getCause())
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    /** The first SQL state in the failure; empty when there is none. */
    public static Optional<String> state(Throwable failure) {
        return of(failure).flatMap(cause -> Stream.ofNullable(cause.getSQLState())).findFirst();
    }

    /** Whether the first SQL state in the failure is one of these. */
    public static boolean haveState(Throwable failure, Set<String> states) {
        return state(failure).filter(states::contains).isPresent();
    }
}
