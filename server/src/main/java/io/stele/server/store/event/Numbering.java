package io.stele.server.store.event;

import io.stele.core.project.Scope;
import io.stele.server.store.sql.Dialect;
import io.stele.server.store.sql.Query;
import io.stele.server.store.sql.Session;
import io.stele.server.store.sql.Signal;
import java.util.ArrayList;
import java.util.List;

/** Gives positions to rows of one log, within a transaction that holds the log's own row. */
final class Numbering {

    /** The most rows of a log that get their positions in one part. */
    static final int ROWS_AT_ONCE = 1000;

    private Numbering() {}

    /** A log whose row is locked, and the position that its next event gets. */
    record Log(Scope scope, long next) {}

    /**
     * What got its positions.
     *
     * @param lastSeq of the last row; 0 when there was none
     */
    record Part(int events, int rows, long lastSeq) {

        /** Whether more rows can have waited than one part takes. */
        boolean isFull() {
            return rows == ROWS_AT_ONCE;
        }
    }

    private record Batch(long seq, int size) {}

    /** Locks the log, however long another has it. */
    static Log lock(Session session, Scope scope) {
        return session.first(
                        row -> new Log(scope, row.number("next_position")),
                        "select next_position from event_log where project_id = ? and mode = ? for update",
                        scope.project().value(),
                        scope.mode())
                .orElseThrow();
    }

    /** Numbers the first of the rows that are committed by now. */
    static Part number(Session session, Log log) {
        List<Batch> batches = session.list(
                row -> new Batch(row.number("seq"), (int) row.number("size")), firstQuery(session.dialect(), log.scope()));
        if (batches.isEmpty()) {
            return new Part(0, 0, 0);
        }
        Object project = log.scope().project().value();
        Object mode = log.scope().mode();
        List<List<Object>> positions = new ArrayList<>();
        long next = log.next();
        for (Batch batch : batches) {
            positions.add(List.of(next, project, mode, batch.seq()));
            next += batch.size();
        }
        session.together(
                "update event_batch set first_position = ? where project_id = ? and mode = ? and seq = ?", positions);
        session.update("update event_log set next_position = ? where project_id = ? and mode = ?", next, project, mode);
        session.raise(Signal.EVENTS_NUMBERED);
        return new Part(
                Math.toIntExact(next - log.next()), batches.size(), batches.getLast().seq());
    }

    /** The first rows that wait in a log. */
    static Query firstQuery(Dialect dialect, Scope scope) {
        return waitingQuery(dialect, scope, "seq, size", "asc", ROWS_AT_ONCE);
    }

    /** The last row that waits in a log. */
    static Query lastQuery(Dialect dialect, Scope scope) {
        return waitingQuery(dialect, scope, "seq", "desc", 1);
    }

    /** Ordered as the index of the rows that wait is, so that no others are looked at. */
    private static Query waitingQuery(
            Dialect dialect, Scope scope, String columns, String direction, int limit) {
        String order =
                switch (dialect) {
                    case H2 -> "first_position %1$s, project_id %1$s, mode %1$s, seq %1$s";
                    case POSTGRESQL -> "project_id %1$s, mode %1$s, seq %1$s";
                };
        return new Query(
                """
                select %s from event_batch
                where project_id = ? and mode = ? and first_position is null order by %s limit ?"""
                        .formatted(columns, order.formatted(direction)),
                List.of(scope.project().value(), scope.mode(), limit));
    }
}
