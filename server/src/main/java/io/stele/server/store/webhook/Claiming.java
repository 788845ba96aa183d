package io.stele.server.store.webhook;

import io.stele.core.webhook.Webhook;
import io.stele.core.webhook.WebhookClaim;
import io.stele.core.webhook.WebhookDelivery;
import io.stele.server.store.sql.Condition;
import io.stele.server.store.sql.FirstRows;
import io.stele.server.store.sql.Query;
import io.stele.server.store.sql.Row;
import io.stele.server.store.sql.Session;
import io.stele.server.store.sql.Values;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Claims deliveries, within one transaction: what is begun here is durable before anybody sends. Each queue is asked for its own deliveries,
 * so that it costs nothing to pass by the many that wait in another.
 */
final class Claiming {

    /** The most queues that get their turns in one claim; those that have been due for longest come first. */
    private static final int MOST_TURNS = 16;

    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

    private record Held(int number, @Nullable Instant firstUntil) {}

    private record Head(Webhook webhook, WebhookDelivery delivery, UUID fence, int tries, int batched) {}

    private final Session session;
    private final WebhookRows webhooks;
    private final int underWay;
    private final Instant now;
    private final Duration lease;

    Claiming(Session session, WebhookRows webhooks, int underWay, Instant now, Duration lease) {
        this.session = session;
        this.webhooks = webhooks;
        this.underWay = underWay;
        this.now = now;
        this.lease = lease;
    }

    /** Locks queues that are due and that no other claimer is at. */
    static List<Queues.Key> lockDue(Session session, Instant now, int limit) {
        return session.list(Queues.Key::read, due(now).locked(session.dialect(), Math.min(limit, MOST_TURNS)));
    }

    /** The same, but they are not locked. */
    static List<Queues.Key> lookDue(Session session, Instant now, int limit) {
        return session.list(Queues.Key::read, due(now).query(Math.min(limit, MOST_TURNS)));
    }

    static FirstRows due(Instant now) {
        return new FirstRows(
                "select project_id, webhook_id from webhook_queue", "webhook_queue_due", Condition.where("due_at <= ?", now), "due_at");
    }

    /** Locks this queue, if it is still due. */
    static List<Queues.Key> lock(Session session, Queues.Key queue, Instant now) {
        return session.list(
                Queues.Key::read,
                "select project_id, webhook_id from webhook_queue where project_id = ? and webhook_id = ? and due_at <= ? for update skip locked",
                queue.project(),
                queue.webhook(),
                now);
    }

    /** Makes a queue due later that is due and that nobody has claimed from meanwhile. */
    static int putOff(Session session, Queues.Key queue, Instant now, Duration pause) {
        return session.update(
                "update webhook_queue set due_at = ? where project_id = ? and webhook_id = ? and due_at <= ?",
                now.plus(pause),
                queue.project(),
                queue.webhook(),
                now);
    }

    /** Claims from queues that are locked: the same share from each, as far as there are deliveries. */
    List<WebhookClaim> claim(List<Queues.Key> queues, int limit) {
        List<WebhookClaim> claims = new ArrayList<>();
        int share = Math.max(1, limit / Math.max(1, queues.size()));
        for (Queues.Key queue : queues) {
            claims.addAll(claim(queue, Math.min(share, limit - claims.size())));
        }
        return claims;
    }

    private List<WebhookClaim> claim(Queues.Key queue, int most) {
        Optional<Webhook> webhook = webhooks.of(session, queue).filter(Webhook::active);
        if (webhook.isEmpty()) {
            next(queue, null);
            return List.of();
        }
        Held held = held(queue);
        int room = Math.min(most, underWay - held.number());
        List<Head> heads = room <= 0 ? List.of() : heads(queue, webhook.get(), room);
        Instant until = Values.storable(now.plus(lease));
        begin(heads, until);
        boolean full = held.number() + heads.size() >= underWay;
        next(queue, full ? earlier(held.firstUntil(), heads.isEmpty() ? null : until) : nextDue(queue));
        return heads.stream()
                .map(head -> new WebhookClaim(
                        head.webhook(), begun(head.delivery(), until), head.fence(), head.tries() + 1, head.batched()))
                .toList();
    }

    private Held held(Queues.Key queue) {
        return session.list(row -> new Held((int) row.number("n"), row.momentOrNull("first_until")), heldQuery(queue, now)).getFirst();
    }

    /** What is not held sorts behind all others in H2, hence the upper bound. */
    static Query heldQuery(Queues.Key queue, Instant now) {
        return new Query(
                """
                select count(*) as n, min(held_until) as first_until from webhook_delivery
                where project_id = ? and webhook_id = ? and held_until > ? and held_until <= ?""",
                List.of(queue.project(), queue.webhook(), now, END_OF_TIME));
    }

    private List<Head> heads(Queues.Key queue, Webhook webhook, int room) {
        return session.list(row -> head(row, webhook), headsQuery(queue, now, room));
    }

    static Query headsQuery(Queues.Key queue, Instant now, int room) {
        return new Query(
                """
                select * from webhook_delivery where project_id = ? and webhook_id = ? and due_at <= ?
                order by project_id, webhook_id, due_at, seq limit ?""",
                List.of(queue.project(), queue.webhook(), now, room));
    }

    private static Head head(Row row, Webhook webhook) {
        return new Head(
                webhook,
                DeliveryRow.delivery(row),
                UUID.randomUUID(),
                (int) row.number("tries"),
                (int) row.number("batched"));
    }

    private void begin(List<Head> heads, Instant until) {
        session.batch(
                """
                update webhook_delivery
                set fence = ?, held_until = ?, due_at = ?, attempts = attempts + 1, tries = tries + 1
                where project_id = ? and id = ?""",
                heads.stream()
                        .map(head -> List.of(
                                head.fence(), until, until, head.delivery().scope().project().value(), head.delivery().id()))
                        .toList());
    }

    private static WebhookDelivery begun(WebhookDelivery delivery, Instant until) {
        return new WebhookDelivery(
                delivery.id(), delivery.scope(), delivery.webhook(), delivery.eventId(), delivery.position(), delivery.event(),
                delivery.body(), delivery.endpoint(), delivery.person(), delivery.status(), delivery.attempts() + 1, until,
                delivery.settledAt(), delivery.lastAttemptAt(), delivery.answerStatus(), delivery.createdAt());
    }

    /** A queue in which more is due goes behind those that have been due for longer. */
    private @Nullable Instant nextDue(Queues.Key queue) {
        return session.list(row -> row.moment("due_at"), nextQuery(queue)).stream()
                .findFirst()
                .map(due -> due.isBefore(now) ? now : due)
                .orElse(null);
    }

    static Query nextQuery(Queues.Key queue) {
        return new Query(
                """
                select due_at from webhook_delivery where project_id = ? and webhook_id = ? and due_at is not null
                order by project_id, webhook_id, due_at, seq limit 1""",
                List.of(queue.project(), queue.webhook()));
    }

    private void next(Queues.Key queue, @Nullable Instant due) {
        session.batch(
                "update webhook_queue set due_at = ? where project_id = ? and webhook_id = ?",
                List.of(Arrays.asList(due, queue.project(), queue.webhook())));
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
