package io.stele.server.store.event;

import io.stele.core.event.EventNumbering;
import io.stele.server.store.sql.Database;
import io.stele.server.store.sql.Keys;
import io.stele.server.store.sql.Session;
import io.stele.server.store.sql.Signal;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Numbers rows. Whoever holds a log's row is its numberer; another one passes over that log. */
@Singleton
final class StoredEventNumbering implements EventNumbering {

    private static final int LOGS_AT_ONCE = 100;
    private static final int ROWS_AT_ONCE = 1000;

    private final Database database;

    StoredEventNumbering(Database database) {
        this.database = database;
    }

    private record Log(UUID project, String mode, long next) {}

    private record Batch(long seq, int size) {}

    @Override
    public int number() {
        return database.write(session -> {
            int numbered = 0;
            for (Log log : logs(session)) {
                numbered += number(session, log);
            }
            if (numbered > 0) {
                session.raise(Signal.EVENTS_NUMBERED);
            }
            return numbered;
        });
    }

    private static List<Log> logs(Session session) {
        List<List<Object>> waiting = session.list(
                row -> List.<Object>of(row.uuid("project_id"), row.text("mode")),
                "select distinct project_id, mode from event_batch where first_position is null limit ?",
                LOGS_AT_ONCE);
        if (waiting.isEmpty()) {
            return List.of();
        }
        Keys keys = Keys.of(waiting);
        return session.list(
                row -> new Log(row.uuid("project_id"), row.text("mode"), row.number("next_position")),
                "select project_id, mode, next_position from event_log where (project_id, mode) in " + keys.sql()
                        + " order by project_id, mode for update skip locked",
                keys.values().toArray());
    }

    private static int number(Session session, Log log) {
        List<Batch> batches = session.list(
                row -> new Batch(row.number("seq"), (int) row.number("size")),
                """
                select seq, size from event_batch
                where project_id = ? and mode = ? and first_position is null order by seq limit ?""",
                log.project(),
                log.mode(),
                ROWS_AT_ONCE);
        List<List<Object>> positions = new ArrayList<>();
        long next = log.next();
        for (Batch batch : batches) {
            positions.add(List.of(next, log.project(), log.mode(), batch.seq()));
            next += batch.size();
        }
        session.batch(
                "update event_batch set first_position = ? where project_id = ? and mode = ? and seq = ?", positions);
        session.update(
                "update event_log set next_position = ? where project_id = ? and mode = ?",
                next,
                log.project(),
                log.mode());
        return Math.toIntExact(next - log.next());
    }
}
