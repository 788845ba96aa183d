package io.stele.server.store.webhook;

import com.github.f4b6a3.uuid.UuidCreator;
import io.stele.core.webhook.FanOutStore;
import io.stele.core.webhook.NewDelivery;
import io.stele.core.webhook.Payload;
import io.stele.core.webhook.Webhook;
import io.stele.core.webhook.WebhookDelivery;
import io.stele.core.webhook.WebhookForm;
import io.stele.server.store.sql.Row;
import io.stele.server.store.sql.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The lanes in which deliveries wait to be told together. Whoever changes one has locked its queue. */
final class Buffers {

    /** What comes into a buffer. */
    record Addition(int size, WebhookForm.Buffering buffering) {

        /** Both; how the buffer is kept is said by the later one. */
        Addition and(Addition later) {
            return new Addition(size + later.size, later.buffering);
        }
    }

    private record Buffer(int size, int most, Instant endsAt) {}

    private Buffers() {}

    /** Counts what has come into buffers, and begins those that are not there. */
    static void add(Session session, Map<DeliveryLanes.Lane, Addition> additions, Instant now) {
        List<Map.Entry<DeliveryLanes.Lane, Addition>> entries = List.copyOf(additions.entrySet());
        int[] known = session.batch(
                """
                update webhook_buffer
                set size = size + ?, most = ?, ends_at = ?,
                    due_at = case when size + ? >= ? then cast(? as timestamp with time zone)
                                  else cast(? as timestamp with time zone) end
                where project_id = ? and webhook_id = ? and lane = ?""",
                entries.stream()
                        .map(entry -> {
                            Addition added = entry.getValue();
                            int most = added.buffering().mostMessages();
                            Instant end = now.plus(added.buffering().window());
                            DeliveryLanes.Lane lane = entry.getKey();
                            return List.of(
                                    added.size(), most, end, added.size(), most, now, end, lane.queue().project(),
                                    lane.queue().webhook(), lane.id());
                        })
                        .toList());
        List<List<Object>> begun = new ArrayList<>();
        for (int i = 0; i < known.length; i++) {
            if (known[i] == 0) {
                DeliveryLanes.Lane lane = entries.get(i).getKey();
                Addition added = entries.get(i).getValue();
                int most = added.buffering().mostMessages();
                Instant end = now.plus(added.buffering().window());
                begun.add(List.of(
                        lane.queue().project(), lane.queue().webhook(), lane.id(), added.size(), most, end,
                        added.size() >= most ? now : end));
            }
        }
        session.batch(
                "insert into webhook_buffer (project_id, webhook_id, lane, size, most, ends_at, due_at) values (?, ?, ?, ?, ?, ?, ?)",
                begun);
    }

    /** Takes one out. */
    static void takeOut(Session session, DeliveryLanes.Lane lane) {
        session.update(
                "update webhook_buffer set size = size - 1 where project_id = ? and webhook_id = ? and lane = ?",
                lane.queue().project(),
                lane.queue().webhook(),
                lane.id());
    }

    /** Those that are due, longest due first. */
    static List<DeliveryLanes.Lane> due(Session session, Instant now, int limit) {
        return session.list(
                row -> new DeliveryLanes.Lane(Queues.Key.read(row), row.uuid("lane")),
                "select project_id, webhook_id, lane from webhook_buffer where due_at <= ? order by due_at limit ?",
                now,
                limit);
    }

    /** Makes a buffer due later that is due and cannot be told. */
    static int putOff(Session session, DeliveryLanes.Lane lane, Instant now, Duration pause) {
        return session.update(
                "update webhook_buffer set due_at = ? where project_id = ? and webhook_id = ? and lane = ? and due_at <= ?",
                now.plus(pause),
                lane.queue().project(),
                lane.queue().webhook(),
                lane.id(),
                now);
    }

    /** Makes one delivery of a buffer, if it is still due. @return how many, 1 or 0 */
    static int flush(Session session, Webhook webhook, DeliveryLanes.Lane lane, Instant now, FanOutStore.Batching batching) {
        if (Queues.lock(session, List.of(lane.queue())).isEmpty()) {
            return 0;
        }
        Optional<Buffer> buffer = lock(session, lane, now);
        if (buffer.isEmpty()) {
            return 0;
        }
        List<WebhookDelivery> members = members(session, lane, buffer.get().most());
        if (!members.isEmpty()) {
            UUID id = UuidCreator.getTimeOrderedEpoch();
            new NewDeliveries(session, webhook.scope(), now)
                    .writeBatch(id, batch(id, webhook, lane, members, batching, now), members.size());
            batched(session, members, id, now);
        }
        goOn(session, lane, buffer.get(), members.size(), now);
        return members.isEmpty() ? 0 : 1;
    }

    private static Optional<Buffer> lock(Session session, DeliveryLanes.Lane lane, Instant now) {
        return session.first(
                Buffers::buffer,
                """
                select size, most, ends_at from webhook_buffer
                where project_id = ? and webhook_id = ? and lane = ? and due_at <= ? for update""",
                lane.queue().project(),
                lane.queue().webhook(),
                lane.id(),
                now);
    }

    private static Buffer buffer(Row row) {
        return new Buffer((int) row.number("size"), (int) row.number("most"), row.moment("ends_at"));
    }

    private static List<WebhookDelivery> members(Session session, DeliveryLanes.Lane lane, int most) {
        return session.list(
                DeliveryRow::delivery,
                """
                select * from webhook_delivery
                where project_id = ? and webhook_id = ? and lane = ? and status = 'BUFFERED'
                order by project_id, webhook_id, lane, status, seq limit ?""",
                lane.queue().project(),
                lane.queue().webhook(),
                lane.id(),
                most);
    }

    /** A batch goes where its members would have gone: if it is given up, they follow there. */
    private static NewDelivery batch(
            UUID id,
            Webhook webhook,
            DeliveryLanes.Lane lane,
            List<WebhookDelivery> members,
            FanOutStore.Batching batching,
            Instant now) {
        WebhookDelivery last = members.getLast();
        Payload batch = batching.batch(webhook, members);
        Payload inLane = new Payload(batch.event(), batch.body(), lane.id());
        return new NewDelivery(webhook.id(), id, last.position(), inLane, last.endpoint(), last.person(), null, now);
    }

    private static void batched(Session session, List<WebhookDelivery> members, UUID batch, Instant now) {
        session.batch(
                """
                update webhook_delivery set status = 'BATCHED', batch_id = ?, settled_at = ?
                where project_id = ? and id = ?""",
                members.stream()
                        .map(member -> List.of(batch, now, member.scope().project().value(), member.id()))
                        .toList());
    }

    private static void goOn(Session session, DeliveryLanes.Lane lane, Buffer buffer, int gone, Instant now) {
        int left = gone == 0 ? 0 : buffer.size() - gone;
        if (left <= 0) {
            forget(session, lane);
        } else {
            session.update(
                    "update webhook_buffer set size = ?, due_at = ? where project_id = ? and webhook_id = ? and lane = ?",
                    left,
                    left >= buffer.most() ? now : buffer.endsAt(),
                    lane.queue().project(),
                    lane.queue().webhook(),
                    lane.id());
        }
    }

    /** Forgets a buffer, in which nothing waits or whose webhook is gone. @return how many, 1 or 0 */
    static int forget(Session session, DeliveryLanes.Lane lane) {
        return session.update(
                "delete from webhook_buffer where project_id = ? and webhook_id = ? and lane = ?",
                lane.queue().project(),
                lane.queue().webhook(),
                lane.id());
    }
}
