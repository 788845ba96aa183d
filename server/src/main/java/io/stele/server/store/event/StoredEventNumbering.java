package io.stele.server.store.event;

import io.stele.core.event.EventNumbering;
import io.stele.core.project.Mode;
import io.stele.core.project.Scope;
import io.stele.server.store.sql.Database;
import io.stele.server.store.sql.Dialect;
import io.stele.server.store.sql.Keys;
import io.stele.server.store.sql.Query;
import io.stele.server.store.sql.Session;
import io.stele.server.store.sql.Signal;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Numbers rows. Whoever holds a log's row is its numberer; another one passes over that log. Where more logs wait than are numbered at once, it goes
 * round: none waits for longer than one round over those that wait.
 */
@Singleton
public final class StoredEventNumbering implements EventNumbering {

    private static final int LOGS_AT_ONCE = 100;
    private static final int ROWS_AT_ONCE = 1000;
    private static final int ROWS_LOOKED_AT = 5000;

    private final Database database;

    /** Behind which log to go on. Where two rounds get into each other's way, the next one makes up for it. */
    private final AtomicReference<Scope> turn = new AtomicReference<>(EventLogs.BEGINNING);

    StoredEventNumbering(Database database) {
        this.database = database;
    }

    private record Log(Scope scope, long next) {

        UUID project() {
            return scope.project().value();
        }

        Mode mode() {
            return scope.mode();
        }
    }

    /** A log in which rows wait, as many at least. */
    private record Waiting(Scope scope, long rows) {}

    private record Batch(long seq, int size) {}

    @Override
    public int number() {
        return database.write(session -> {
            int numbered = 0;
            for (Log log : locked(session, nextWaiting(session))) {
                numbered += number(session, log);
            }
            if (numbered > 0) {
                session.raise(Signal.EVENTS_NUMBERED);
            }
            return numbered;
        });
    }

    /** Mostly, when few wait, one look finds them all: so the next round begins as soon as the end is seen. */
    private List<Scope> nextWaiting(Session session) {
        Scope last = turn.get();
        List<Waiting> waiting = waiting(session, last);
        if (waiting.isEmpty() && !last.equals(EventLogs.BEGINNING)) {
            waiting = waiting(session, EventLogs.BEGINNING);
        }
        long rows = waiting.stream().mapToLong(Waiting::rows).sum();
        boolean all = waiting.size() < LOGS_AT_ONCE && rows < ROWS_LOOKED_AT;
        turn.set(all ? EventLogs.BEGINNING : waiting.getLast().scope());
        return waiting.stream().map(Waiting::scope).toList();
    }

    private static List<Waiting> waiting(Session session, Scope last) {
        return session.list(
                row -> new Waiting(EventLogs.scope(row), row.number("n")), waitingQuery(session.dialect(), last));
    }

    /**
     * Logs behind this one in which rows wait, in their order; of the rows some thousands are looked at. H2 passes by those of
     * the logs before it one by one, but never by a row that has its position.
     */
    static Query waitingQuery(Dialect dialect, Scope last) {
        String index =
                switch (dialect) {
                    case H2 -> "first_position, project_id, mode, seq";
                    case POSTGRESQL -> "project_id, mode, seq";
                };
        return new Query(
                """
                select project_id, mode, count(*) as n from (
                    select project_id, mode from event_batch
                    where first_position is null and (project_id, mode) > (?, ?) order by %s limit ?) w
                group by project_id, mode order by project_id, mode limit ?""".formatted(index),
                List.of(last.project().value(), last.mode(), ROWS_LOOKED_AT, LOGS_AT_ONCE));
    }

    private static List<Log> locked(Session session, List<Scope> waiting) {
        if (waiting.isEmpty()) {
            return List.of();
        }
        Keys keys = Keys.of(waiting.stream()
                .map(scope -> List.<Object>of(scope.project().value(), scope.mode().name()))
                .toList());
        return session.list(
                row -> new Log(EventLogs.scope(row), row.number("next_position")),
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

    /**
     * Gives a position to all events of the log that are committed by now, and locks the log until the end of the transaction.
     *
     * @return the last position
     */
    public static long numberAll(Session session, Scope scope) {
        Log log = session.first(
                        row -> new Log(scope, row.number("next_position")),
                        "select next_position from event_log where project_id = ? and mode = ? for update",
                        scope.project().value(),
                        scope.mode())
                .orElseThrow();
        int numbered = number(session, log);
        while (numbered > 0) {
            session.raise(Signal.EVENTS_NUMBERED);
            log = new Log(scope, log.next() + numbered);
            numbered = number(session, log);
        }
        return log.next() - 1;
    }
}
