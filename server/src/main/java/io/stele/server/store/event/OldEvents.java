package io.stele.server.store.event;

import io.micronaut.context.annotation.Value;
import io.stele.core.housekeeping.Chore;
import io.stele.core.project.Scope;
import io.stele.server.store.sql.Database;
import io.stele.server.store.sql.Session;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Deletes the oldest events of each log when they have become too old and nobody has to be told of them any more. The log's beginning moves on in
 * the same transaction, so that a reader who comes too late is told so. Nothing is deleted behind an event that stays.
 */
@Singleton
final class OldEvents implements Chore {

    private static final Duration REST = Duration.ofHours(1);
    private static final int ROWS_AT_ONCE = 500;

    private final Database database;
    private final List<EventHold> holds;
    private final Duration lifetime;

    /** The log at which the round over all logs stands. Where two rounds get into each other's way, the next one makes up for it. */
    private final AtomicReference<Scope> turn = new AtomicReference<>(EventLogs.BEGINNING);

    OldEvents(Database database, List<EventHold> holds, @Value("${stele.event-retention-days:30}") int days) {
        this.database = database;
        this.holds = holds;
        this.lifetime = Duration.ofDays(days);
    }

    private record Batch(long first, long size, Instant at) {}

    @Override
    public String name() {
        return "Deleting old events";
    }

    @Override
    public Duration rest() {
        return REST;
    }

    /** Deletes some hundred rows of one log. */
    @Override
    public boolean doPart(Instant now) {
        Instant oldest = now.minus(lifetime);
        Scope last = turn.get();
        Optional<Scope> next = database.read(session -> withOldEvents(session, last, oldest));
        if (next.isEmpty()) {
            turn.set(EventLogs.BEGINNING);
            return false;
        }
        Scope scope = next.get();
        int deleted = database.write(session -> delete(session, scope, oldest));
        if (deleted < ROWS_AT_ONCE) {
            turn.set(scope);
        }
        return true;
    }

    /** The first log after this one whose oldest event is too old. */
    private static Optional<Scope> withOldEvents(Session session, Scope last, Instant oldest) {
        return session.first(
                EventLogs::scope,
                """
                select l.project_id, l.mode from event_log l
                join event_batch b on b.project_id = l.project_id and b.mode = l.mode and b.first_position = l.first_kept
                where (l.project_id, l.mode) > (?, ?) and b.created_at < ?
                order by l.project_id, l.mode limit 1""",
                last.project().value(),
                last.mode(),
                oldest);
    }

    /** Deletes from the log's beginning as far as may be. @return how many rows */
    private int delete(Session session, Scope scope, Instant oldest) {
        Object project = scope.project().value();
        long first = session.list(
                        row -> row.number("first_kept"),
                        "select first_kept from event_log where project_id = ? and mode = ? for update",
                        project,
                        scope.mode())
                .getFirst();
        long released = holds.stream()
                .mapToLong(hold -> hold.releasedUpTo(session, scope))
                .min()
                .orElse(Long.MAX_VALUE);
        long kept = firstKept(oldestBatches(session, scope, first), first, released, oldest);
        int deleted = session.update(
                "delete from event_batch where project_id = ? and mode = ? and first_position >= ? and first_position < ?",
                project,
                scope.mode(),
                first,
                kept);
        session.update(
                "update event_log set first_kept = ? where project_id = ? and mode = ?", kept, project, scope.mode());
        return deleted;
    }

    private static List<Batch> oldestBatches(Session session, Scope scope, long first) {
        return session.list(
                row -> new Batch(row.number("first_position"), row.number("size"), row.moment("created_at")),
                """
                select first_position, size, created_at from event_batch
                where project_id = ? and mode = ? and first_position >= ?
                order by project_id, mode, first_position limit ?""",
                scope.project().value(),
                scope.mode(),
                first,
                ROWS_AT_ONCE);
    }

    private static long firstKept(List<Batch> batches, long first, long released, Instant oldest) {
        long kept = first;
        for (Batch batch : batches) {
            long next = batch.first() + batch.size();
            if (!batch.at().isBefore(oldest) || next - 1 > released) {
                break;
            }
            kept = next;
        }
        return kept;
    }
}
