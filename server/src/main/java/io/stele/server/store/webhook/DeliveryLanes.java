package io.stele.server.store.webhook;

import io.stele.server.store.sql.Query;
import io.stele.server.store.sql.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * The lanes within the queues. Of the deliveries of a lane that were never tried only the first has a moment at which it is due; the others have
 * none. The caller has locked the queues.
 */
final class DeliveryLanes {

    /** For how long a delivery waits for the one before it, from when that was first tried in vain. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String BEFORE =
            """
            from webhook_delivery b
            where b.project_id = ? and b.webhook_id = ? and b.lane = ? and b.status = 'PENDING' and b.seq < d.seq
            order by b.project_id desc, b.webhook_id desc, b.lane desc, b.status desc, b.seq desc limit 1""";

    private static final String FIRST =
            """
            select w.id from webhook_delivery w
            where w.project_id = ? and w.webhook_id = ? and w.lane = ? and w.status = 'PENDING' and w.tries = 0
            order by w.project_id, w.webhook_id, w.lane, w.status, w.seq limit 1""";

    /** What is before the first that was never tried has been tried, or is being tried: that it failed shows in its attempts. */
    private static final String ADVANCE =
            """
            update webhook_delivery d
            set due_at = greatest(cast(? as timestamp with time zone), coalesce((
                select min(a.at) + interval '%d' second from webhook_attempt a
                where a.project_id = ? and a.delivery_id = (select b.id %s)), cast(? as timestamp with time zone)))
            where d.project_id = ? and d.tries = 0 and d.fence is null and (d.due_at is null or d.due_at > ?)
              and d.id = (%s) and coalesce((select b.last_attempt_at is not null %s), true)"""
                    .formatted(PATIENCE.toSeconds(), BEFORE, FIRST, BEFORE);

    /** A lane of a webhook. */
    record Lane(Queues.Key queue, UUID id) {}

    private DeliveryLanes() {}

    /**
     * Says of each lane's first delivery that was never tried when it is due: now, when none before it is pending; else when the one before it has
     * failed for as long as is waited for it; and not yet as long as nothing is known of the one before it.
     */
    static void advance(Session session, Collection<Lane> lanes, Instant now) {
        session.batch(
                ADVANCE,
                lanes.stream()
                        .distinct()
                        .map(lane -> {
                            Object project = lane.queue().project();
                            Object webhook = lane.queue().webhook();
                            return List.of(
                                    now, project, project, webhook, lane.id(), now, project, now, project, webhook, lane.id(), project,
                                    webhook, lane.id());
                        })
                        .toList());
    }

    /** The first of a lane that was never tried. */
    static Query firstQuery(Lane lane) {
        return new Query(FIRST, List.of(lane.queue().project(), lane.queue().webhook(), lane.id()));
    }

    /** Lets all deliveries of the lanes that were never tried wait until their lane is advanced. */
    static void hold(Session session, Collection<Lane> lanes) {
        session.batch(
                """
                update webhook_delivery set due_at = null
                where project_id = ? and webhook_id = ? and lane = ? and status = 'PENDING' and tries = 0 and due_at is not null""",
                lanes.stream()
                        .distinct()
                        .map(lane -> List.<Object>of(lane.queue().project(), lane.queue().webhook(), lane.id()))
                        .toList());
    }
}
