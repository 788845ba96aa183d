package io.stele.server.store.event;

import io.stele.core.event.EventNumbering;
import io.stele.core.project.Scope;
import io.stele.server.store.sql.Database;
import io.stele.server.store.sql.Dialect;
import io.stele.server.store.sql.Keys;
import io.stele.server.store.sql.Query;
import io.stele.server.store.sql.Session;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Numbers rows. Whoever holds a log's row is its numberer; another one passes over that log. Where more logs wait than are numbered at once, it goes
 * round: none waits for longer than one round over those that wait.
 */
@Singleton
final class StoredEventNumbering implements EventNumbering {

    private static final int LOGS_AT_ONCE = 100;
    private static final int ROWS_LOOKED_AT = 5000;

    private final Database database;

    /** Behind which log to go on. Where two rounds get into each other's way, the next one makes up for it. */
    private final AtomicReference<Scope> turn = new AtomicReference<>(EventLogs.BEGINNING);

    StoredEventNumbering(Database database) {
        this.database = database;
    }

    /** A log in which rows wait, as many at least. */
    private record Waiting(Scope scope, long rows) {}

    @Override
    public int number() {
        return database.write(session -> {
            int numbered = 0;
            for (Numbering.Log log : locked(session, nextWaiting(session))) {
                numbered += Numbering.number(session, log).events();
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
     * Logs behind this one in which rows wait, in their order. PostgreSQL goes from log to log. H2 looks at some thousands of rows, and passes by
     * those of the logs before it one by one, but never by a row that has its position.
     */
    static Query waitingQuery(Dialect dialect, Scope last) {
        Object project = last.project().value();
        return switch (dialect) {
            case H2 -> new Query(
                    """
                    select project_id, mode, count(*) as n from (
                        select project_id, mode from event_batch
                        where first_position is null and (project_id, mode) > (?, ?)
                        order by first_position, project_id, mode, seq limit ?) w
                    group by project_id, mode order by project_id, mode limit ?""",
                    List.of(project, last.mode(), ROWS_LOOKED_AT, LOGS_AT_ONCE));
            case POSTGRESQL -> new Query(
                    """
                    with recursive w as (
                        select * from (
                            select project_id, mode from event_batch
                            where first_position is null and (project_id, mode) > (?, ?)
                            order by project_id, mode, seq limit 1) first
                        union all
                        select next.project_id, next.mode from w cross join lateral (
                            select b.project_id, b.mode from event_batch b
                            where b.first_position is null and (b.project_id, b.mode) > (w.project_id, w.mode)
                            order by b.project_id, b.mode, b.seq limit 1) next)
                    select project_id, mode, 1 as n from w limit ?""",
                    List.of(project, last.mode(), LOGS_AT_ONCE));
        };
    }

    private static List<Numbering.Log> locked(Session session, List<Scope> waiting) {
        return session.list(
                row -> new Numbering.Log(EventLogs.scope(row), row.number("next_position")),
                new Keys(waiting.stream()
                        .map(scope -> List.<Object>of(scope.project().value(), scope.mode().name()))
                        .toList()),
                """
                select project_id, mode, next_position from event_log where (project_id, mode) in :keys
                order by project_id, mode for update skip locked""");
    }

    /** What is committed by now has drawn its {@code seq} by now; so this ends, however fast more is written. */
    @Override
    public void catchUp(Scope scope) {
        Numbering.Part part = next(scope);
        if (part.isFull()) {
            long end = lastWaiting(scope);
            while (part.isFull() && part.lastSeq() < end) {
                part = next(scope);
            }
        }
    }

    private Numbering.Part next(Scope scope) {
        return database.write(session -> Numbering.number(session, Numbering.lock(session, scope)));
    }

    private long lastWaiting(Scope scope) {
        return database.read(session ->
                session.list(row -> row.number("seq"), Numbering.lastQuery(session.dialect(), scope)).stream()
                        .findFirst()
                        .orElse(0L));
    }
}
