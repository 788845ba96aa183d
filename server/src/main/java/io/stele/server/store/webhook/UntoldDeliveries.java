package io.stele.server.store.webhook;

import com.github.f4b6a3.uuid.UuidCreator;
import io.stele.core.event.EventKind;
import io.stele.core.project.Scope;
import io.stele.core.webhook.UntoldEvent;
import io.stele.core.webhook.WebhookDelivery;
import io.stele.server.store.sql.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps what could not be put into words, as deliveries that failed at once. They have no body, and so are never sent. */
final class UntoldDeliveries {

    /** The body of what has none. */
    static final String NO_BODY = "";

    private static final String INSERT =
            """
            insert into webhook_delivery (project_id, id, mode, webhook_id, event_id, event, log_position, body, endpoint_id, person,
                                          status, attempts, tries, batched, settled_at, last_attempt_at, created_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, 1, 0, ?, ?, ?)""";

    private final Session session;
    private final Scope scope;
    private final Instant now;

    UntoldDeliveries(Session session, Scope scope, Instant now) {
        this.session = session;
        this.scope = scope;
        this.now = now;
    }

    private record Entry(UUID id, UntoldEvent untold) {}

    /** Locks the queues and writes the deliveries, in this order. Left out is what was kept before, and what is of a webhook that is gone. */
    void write(List<UntoldEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        Set<Queues.Key> queues =
                Queues.lock(session, scope, events.stream().map(this::queue).toList());
        List<Entry> entries = events.stream()
                .filter(untold -> queues.contains(queue(untold)))
                .map(untold -> new Entry(UuidCreator.getTimeOrderedEpoch(), untold))
                .toList();
        int[] inserted = session.insertAll(INSERT, entries.stream().map(this::values).toList());
        List<List<Object>> attempts = new ArrayList<>();
        for (int i = 0; i < inserted.length; i++) {
            if (inserted[i] == 1) {
                Entry entry = entries.get(i);
                attempts.add(List.of(scope.project().value(), entry.id(), now, entry.untold().reason()));
            }
        }
        session.batch(
                "insert into webhook_attempt (project_id, delivery_id, number, at, latency, error) values (?, ?, 1, ?, 0, ?)", attempts);
    }

    private List<@Nullable Object> values(Entry entry) {
        UntoldEvent untold = entry.untold();
        String event = EventKind.of(untold.logged().event()).word();
        return Arrays.asList(
                scope.project().value(),
                entry.id(),
                scope.mode(),
                untold.webhook().value(),
                untold.logged().idAs(event),
                event,
                untold.logged().position(),
                NO_BODY,
                untold.endpoint() == null ? null : untold.endpoint().value(),
                untold.person(),
                WebhookDelivery.Status.FAILED,
                now,
                now,
                untold.logged().at());
    }

    private Queues.Key queue(UntoldEvent untold) {
        return Queues.Key.of(scope, untold.webhook());
    }
}
