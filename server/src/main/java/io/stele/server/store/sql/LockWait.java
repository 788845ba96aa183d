package io.stele.server.store.sql;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** How long a statement waits for a row that another transaction has locked. Where it is not said, connections wait for five seconds. */
public final class LockWait {

    /** In PostgreSQL's and in H2's words. */
    private static final Set<String> ENDED = Set.of("55P03", "HYT00");

    private LockWait() {}

    /** Whether the failure is that such a wait took too long. */
    public static boolean ended(Throwable failure) {
        return SqlCauses.haveState(failure, ENDED);
    }

    /** How long a statement waits in H2. */
    static Duration allowed(Session session) {
        return Duration.ofMillis(session.number(new Query("select lock_timeout() as n", List.of())));
    }

    /** Does this in the session's transaction, in which no statement waits for longer. */
    static <T> T within(Session session, Duration longest, Function<Session, T> work) {
        return switch (session.dialect()) {
            case POSTGRESQL -> {
                session.update("set local lock_timeout = " + longest.toMillis());
                yield work.apply(session);
            }
            case H2 -> {
                Duration before = allowed(session);
                session.update("set lock_timeout " + longest.toMillis());
                try {
                    yield work.apply(session);
                } finally {
                    session.update("set lock_timeout " + before.toMillis());
                }
            }
        };
    }
}
