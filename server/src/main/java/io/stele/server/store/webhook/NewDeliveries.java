package io.stele.server.store.webhook;

import com.github.f4b6a3.uuid.UuidCreator;
import io.stele.core.project.Scope;
import io.stele.core.webhook.NewDelivery;
import io.stele.core.webhook.WebhookDelivery;
import io.stele.server.store.sql.Session;
import io.stele.server.store.sql.Signal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes what is to be told, within one transaction. */
final class NewDeliveries {

    private static final String INSERT =
            """
            insert into webhook_delivery (project_id, id, mode, webhook_id, event_id, event, log_position, body, lane, endpoint_id, person,
                                          status, attempts, tries, due_at, batched, created_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, ?, ?, ?)""";

    private final Session session;
    private final Scope scope;
    private final Instant now;

    NewDeliveries(Session session, Scope scope, Instant now) {
        this.session = session;
        this.scope = scope;
        this.now = now;
    }

    private record Entry(UUID id, NewDelivery delivery, int batched) {

        Entry(NewDelivery delivery) {
            this(UuidCreator.getTimeOrderedEpoch(), delivery, 0);
        }

        boolean isBuffered() {
            return delivery.buffering() != null && delivery.payload().lane() != null;
        }
    }

    /** Locks the queues and writes the deliveries, in this order. Left out is what was told before, and what is of a webhook that is gone. */
    void write(List<NewDelivery> deliveries) {
        Set<Queues.Key> queues =
                Queues.lock(session, scope, deliveries.stream().map(this::queue).toList());
        insert(deliveries.stream()
                .filter(delivery -> queues.contains(queue(delivery)))
                .map(Entry::new)
                .toList());
    }

    /** Writes a delivery that was made of so many. The caller has locked the queue. */
    void writeBatch(UUID id, NewDelivery delivery, int members) {
        insert(List.of(new Entry(id, delivery, members)));
    }

    private void insert(List<Entry> entries) {
        int[] inserted = session.insertAll(INSERT, entries.stream().map(this::values).toList());
        List<Entry> written = new ArrayList<>();
        for (int i = 0; i < inserted.length; i++) {
            if (inserted[i] == 1) {
                written.add(entries.get(i));
            }
        }
        buffer(written.stream().filter(Entry::isBuffered).toList());
        send(written.stream().filter(entry -> !entry.isBuffered()).toList());
    }

    private List<@Nullable Object> values(Entry entry) {
        NewDelivery delivery = entry.delivery();
        return Arrays.asList(
                scope.project().value(),
                entry.id(),
                scope.mode(),
                delivery.webhook().value(),
                delivery.eventId(),
                delivery.payload().event(),
                delivery.position(),
                delivery.payload().body(),
                delivery.payload().lane(),
                delivery.endpoint() == null ? null : delivery.endpoint().value(),
                delivery.person(),
                entry.isBuffered() ? WebhookDelivery.Status.BUFFERED : WebhookDelivery.Status.PENDING,
                dueAt(entry),
                entry.batched(),
                delivery.at());
    }

    /** What has a lane is due when that says so. */
    private @Nullable Instant dueAt(Entry entry) {
        return entry.delivery().payload().lane() == null ? now : null;
    }

    private void send(List<Entry> entries) {
        Set<Queues.Key> queues = new LinkedHashSet<>();
        Set<DeliveryLanes.Lane> lanes = new LinkedHashSet<>();
        for (Entry entry : entries) {
            queues.add(queue(entry.delivery()));
            UUID lane = entry.delivery().payload().lane();
            if (lane != null) {
                lanes.add(new DeliveryLanes.Lane(queue(entry.delivery()), lane));
            }
        }
        DeliveryLanes.advance(session, lanes, now);
        Queues.wake(session, queues, now);
        if (!queues.isEmpty()) {
            session.raise(Signal.WEBHOOKS_TO_SEND);
        }
    }

    private void buffer(List<Entry> entries) {
        Map<DeliveryLanes.Lane, Buffers.Addition> additions = new LinkedHashMap<>();
        for (Entry entry : entries) {
            NewDelivery delivery = entry.delivery();
            UUID lane = delivery.payload().lane();
            if (lane != null && delivery.buffering() != null) {
                additions.merge(
                        new DeliveryLanes.Lane(queue(delivery), lane),
                        new Buffers.Addition(1, delivery.buffering()),
                        Buffers.Addition::and);
            }
        }
        Buffers.add(session, additions, now);
    }

    private Queues.Key queue(NewDelivery delivery) {
        return Queues.Key.of(scope, delivery.webhook());
    }
}
