package io.stele.server.store.webhook;

import io.stele.server.store.sql.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The lanes within the queues. The caller has locked the queues. */
final class DeliveryLanes {

    /** For how long a delivery waits for those before it. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    /** A lane of a webhook. */
    record Lane(Queues.Key queue, UUID id) {}

    private DeliveryLanes() {}

    /** Makes the first of each lane due, unless it was tried before: then it has its own moment. */
    static void advance(Session session, Collection<Lane> lanes, Instant now) {
        session.batch(
                """
                update webhook_delivery set due_at = ?
                where project_id = ? and tries = 0 and fence is null and due_at > ? and id = (
                    select w.id from webhook_delivery w
                    where w.project_id = ? and w.webhook_id = ? and w.lane = ? and w.status = 'PENDING'
                    order by w.project_id, w.webhook_id, w.lane, w.status, w.seq limit 1)""",
                lanes.stream()
                        .distinct()
                        .map(lane -> List.of(
                                now, lane.queue().project(), now, lane.queue().project(), lane.queue().webhook(), lane.id()))
                        .toList());
    }
}
