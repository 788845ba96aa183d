package io.stele.server.store.webhook;

import io.stele.core.project.Scope;
import io.stele.server.store.people.Scopes;
import io.stele.server.store.sql.Query;
import io.stele.server.store.sql.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Up to where each log has been told. */
final class Cursors {

    private Cursors() {}

    /** Logs that go on beyond what has been told of them, those first that were told longest ago. */
    static List<Scope> behind(Session session, Instant now, int limit) {
        return session.list(Scopes::read, behindQuery(now, limit));
    }

    static Query behindQuery(Instant now, int limit) {
        return new Query(
                """
                select c.project_id, c.mode from webhook_cursor c
                join event_log l on l.project_id = c.project_id and l.mode = c.mode
                where l.next_position > c.told + 1 and c.told_at <= ?
                order by c.told_at limit ?""",
                List.of(now, limit));
    }

    /** Locks a cursor. @return the position up to which the log has been told; empty when another is telling it */
    static Optional<Long> lock(Session session, Scope scope) {
        return session.first(
                row -> row.number("told"),
                "select told from webhook_cursor where project_id = ? and mode = ? for update skip locked",
                scope.project().value(),
                scope.mode());
    }

    /** Up to which position the log has been told; empty when it has never had a webhook. */
    static Optional<Long> told(Session session, Scope scope) {
        return session.first(
                row -> row.number("told"),
                "select told from webhook_cursor where project_id = ? and mode = ?",
                scope.project().value(),
                scope.mode());
    }

    /** The last position of a log. */
    static long end(Session session, Scope scope) {
        return session.first(
                        row -> row.number("next_position") - 1,
                        "select next_position from event_log where project_id = ? and mode = ?",
                        scope.project().value(),
                        scope.mode())
                .orElse(0L);
    }

    static void move(Session session, Scope scope, long told, Instant now) {
        session.update(
                "update webhook_cursor set told = ?, told_at = ? where project_id = ? and mode = ?",
                told,
                now,
                scope.project().value(),
                scope.mode());
    }

    /** Lets a log wait that cannot be told. */
    static int putOff(Session session, Scope scope, Instant now, Duration pause) {
        return session.update(
                "update webhook_cursor set told_at = ? where project_id = ? and mode = ?",
                now.plus(pause),
                scope.project().value(),
                scope.mode());
    }
}
