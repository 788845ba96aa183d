package io.stele.server.store.webhook;

import io.stele.core.housekeeping.Chore;
import io.stele.server.store.sql.Database;
import io.stele.server.store.sql.Session;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Gives up, part by part, what waited for webhooks that are removed. */
@Singleton
final class RemovedWebhooks implements Chore {

    private static final Duration REST = Duration.ofSeconds(30);
    private static final int AT_ONCE = 500;

    private final Database database;

    RemovedWebhooks(Database database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "Giving up deliveries of removed webhooks";
    }

    @Override
    public Duration rest() {
        return REST;
    }

    @Override
    public boolean doPart(Instant now) {
        return giveUpPart(database, now);
    }

    /**
     * Gives up some hundred deliveries of one removed webhook that nobody else is at. Its queue goes with the last.
     *
     * @return whether more may be left
     */
    static boolean giveUpPart(Database database, Instant now) {
        return database.write(session -> {
            Optional<Queues.Key> queue = session.first(
                    Queues.Key::read,
                    "select project_id, webhook_id from webhook_queue where removed = true limit 1 for update skip locked");
            queue.ifPresent(key -> giveUp(session, key, now));
            return queue.isPresent();
        });
    }

    private static void giveUp(Session session, Queues.Key queue, Instant now) {
        List<UUID> deliveries = session.list(
                row -> row.uuid("id"),
                """
                select id from webhook_delivery
                where project_id = ? and webhook_id = ? and status in ('PENDING', 'BUFFERED') limit ?""",
                queue.project(),
                queue.webhook(),
                AT_ONCE);
        // each by its key: a plan for all of them together could look at whole tables that have grown since they were last counted
        session.batch(
                """
                update webhook_delivery
                set status = 'FAILED', due_at = null, fence = null, held_until = null, settled_at = ?
                where project_id = ? and id = ?""",
                deliveries.stream().map(id -> List.of(now, queue.project(), id)).toList());
        int given = deliveries.size();
        given += session.update(
                "delete from webhook_buffer where project_id = ? and webhook_id = ?", queue.project(), queue.webhook());
        if (given == 0) {
            session.update(
                    "delete from webhook_queue where project_id = ? and webhook_id = ?", queue.project(), queue.webhook());
        }
    }
}
