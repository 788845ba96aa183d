package io.stele.server.store.webhook;

import io.stele.core.page.Page;
import io.stele.core.page.PageRequest;
import io.stele.core.project.Scope;
import io.stele.core.webhook.NewDelivery;
import io.stele.core.webhook.WebhookAttempt;
import io.stele.core.webhook.WebhookDeliveries;
import io.stele.core.webhook.WebhookDelivery;
import io.stele.core.webhook.WebhookDeliveryFilter;
import io.stele.core.webhook.WebhookId;
import io.stele.server.store.sql.Condition;
import io.stele.server.store.sql.Database;
import io.stele.server.store.sql.Listing;
import io.stele.server.store.sql.Row;
import io.stele.server.store.sql.Session;
import io.stele.server.store.sql.Signal;
import io.stele.server.store.sql.Strand;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lists deliveries by their ids, a strand for each status, or for each webhook and status; sends single ones again. */
@Singleton
final class StoredWebhookDeliveries implements WebhookDeliveries {

    /** How much later than what it tells, by the clocks of two nodes, a delivery can have been given an earlier id. */
    private static final Duration TOLERANCE = Duration.ofHours(1);

    /** Of so many webhooks each is read by itself; what is told to more of them is most of what a scope is told. */
    private static final int MOST_STRANDED = 16;

    private final Database database;
    private final InstantSource clock;

    StoredWebhookDeliveries(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Page<WebhookDelivery> deliveries(Scope scope, WebhookDeliveryFilter filter, PageRequest<UUID> page) {
        return database.read(session -> listing(scope, filter).page(session, DeliveryRow::delivery, "d.*", "", page));
    }

    static Listing<UUID> listing(Scope scope, WebhookDeliveryFilter filter) {
        Instant since = filter.since();
        Condition rest = Condition.where("d.mode = ?", scope.mode())
                .andIfGiven("d.event = ?", filter.event())
                .andIfGiven("d.created_at >= ?", since)
                .andIfGiven("d.id >= ?", since == null ? null : earliestId(since));
        boolean each = filter.webhooks().size() <= MOST_STRANDED;
        List<Strand> strands = Arrays.stream(WebhookDelivery.Status.values())
                .filter(status -> status != WebhookDelivery.Status.BATCHED)
                .filter(status -> filter.statuses().isEmpty() || filter.statuses().contains(status))
                .flatMap(status -> each && !filter.webhooks().isEmpty()
                        ? filter.webhooks().stream().map(webhook -> strand(scope, webhook, status))
                        : Stream.of(strand(scope, status)))
                .toList();
        return new Listing<>(
                "webhook_delivery", "d", List.of("id"), List::of, strands, each ? rest : among(filter.webhooks(), rest));
    }

    private static Strand strand(Scope scope, WebhookDelivery.Status status) {
        return new Strand(
                "webhook_delivery_newest",
                List.of("project_id", "mode", "status"),
                List.of(scope.project().value(), scope.mode(), status));
    }

    private static Strand strand(Scope scope, WebhookId webhook, WebhookDelivery.Status status) {
        return new Strand(
                "webhook_delivery_of_webhook",
                List.of("project_id", "webhook_id", "status"),
                List.of(scope.project().value(), webhook.value(), status));
    }

    private static Condition among(Set<WebhookId> webhooks, Condition rest) {
        String places = String.join(", ", Collections.nCopies(webhooks.size(), "?"));
        return rest.and(
                "d.webhook_id in (" + places + ")", webhooks.stream().map(WebhookId::value).toArray());
    }

    /** The least id that can have been given from this moment on. */
    private static UUID earliestId(Instant since) {
        return new UUID(Math.max(0, since.minus(TOLERANCE).toEpochMilli()) << 16, 0);
    }

    @Override
    public Optional<WebhookDelivery> delivery(Scope scope, UUID id) {
        return database.read(session -> find(session, DeliveryRow::delivery, scope, id));
    }

    @Override
    public List<WebhookAttempt> attempts(Scope scope, UUID delivery) {
        return database.read(session -> session.list(
                DeliveryRow::attempt,
                """
                select a.number, a.at, a.latency, a.answer_status, a.answer, a.error
                from webhook_delivery d
                join webhook_attempt a on a.project_id = d.project_id and a.delivery_id = d.id
                where d.project_id = ? and d.mode = ? and d.id = ?
                order by a.project_id, a.delivery_id, a.seq""",
                scope.project().value(),
                scope.mode(),
                delivery));
    }

    private record Place(
            Queues.Key queue, @Nullable UUID lane, WebhookDelivery.Status status, boolean held, boolean sendable) {

        static Place read(Row row, Instant now) {
            Instant heldUntil = row.momentOrNull("held_until");
            return new Place(
                    Queues.Key.read(row),
                    row.uuidOrNull("lane"),
                    row.constant("status", WebhookDelivery.Status.class),
                    heldUntil != null && heldUntil.isAfter(now),
                    !row.text("body").equals(UntoldDeliveries.NO_BODY));
        }
    }

    @Override
    public Optional<WebhookDelivery> replay(Scope scope, UUID id, Instant now) {
        return database.write(session -> find(session, Queues.Key::read, scope, id)
                .filter(queue -> !Queues.lock(session, List.of(queue)).isEmpty())
                .flatMap(_ -> find(session, row -> Place.read(row, now), scope, id))
                .flatMap(place -> {
                    if (!place.held() && place.sendable()) {
                        sendAgain(session, place, id, now);
                    }
                    return find(session, DeliveryRow::delivery, scope, id);
                }));
    }

    private static void sendAgain(Session session, Place place, UUID id, Instant now) {
        session.update(
                """
                update webhook_delivery
                set status = 'PENDING', due_at = ?, tries = 0, settled_at = null, fence = null, held_until = null, batch_id = null,
                    lane = null
                where project_id = ? and id = ?""",
                now,
                place.queue().project(),
                id);
        if (place.lane() != null) {
            DeliveryLanes.Lane lane = new DeliveryLanes.Lane(place.queue(), place.lane());
            if (place.status() == WebhookDelivery.Status.BUFFERED) {
                Buffers.takeOut(session, lane);
            }
            DeliveryLanes.advance(session, List.of(lane), now);
        }
        Queues.wake(session, List.of(place.queue()), now);
        session.raise(Signal.WEBHOOKS_TO_SEND);
    }

    @Override
    public Optional<WebhookDelivery> send(Scope scope, NewDelivery delivery) {
        return database.write(session -> {
            new NewDeliveries(session, scope, clock.instant()).write(List.of(delivery));
            return session.first(
                    DeliveryRow::delivery,
                    """
                    select d.* from webhook_delivery d
                    join webhook w on w.project_id = d.project_id and w.id = d.webhook_id
                    where d.project_id = ? and d.mode = ? and d.webhook_id = ? and d.event_id = ? and d.event = ?""",
                    scope.project().value(),
                    scope.mode(),
                    delivery.webhook().value(),
                    delivery.eventId(),
                    delivery.payload().event());
        });
    }

    private static <T> Optional<T> find(Session session, Session.Mapping<T> mapping, Scope scope, UUID id) {
        return session.first(
                mapping,
                "select * from webhook_delivery where project_id = ? and mode = ? and id = ?",
                scope.project().value(),
                scope.mode(),
                id);
    }
}
