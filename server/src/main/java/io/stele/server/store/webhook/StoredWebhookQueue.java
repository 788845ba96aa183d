package io.stele.server.store.webhook;

import io.stele.core.webhook.WebhookClaim;
import io.stele.core.webhook.WebhookQueue;
import io.stele.core.webhook.WebhookSettlement;
import io.stele.server.store.OneByOne;
import io.stele.server.store.sql.Database;
import io.stele.server.store.sql.Session;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The queues as tables. What is locked is skipped by the next claimer, so that claimers never wait for each other. */
@Singleton
final class StoredWebhookQueue implements WebhookQueue {

    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Database database;
    private final WebhookRows webhooks;

    StoredWebhookQueue(Database database, WebhookRows webhooks) {
        this.database = database;
        this.webhooks = webhooks;
    }

    @Override
    public List<WebhookClaim> claim(int limit, int underWay, Instant now, Duration lease) {
        if (limit <= 0) {
            return List.of();
        }
        try {
            Turn turn;
            do {
                turn = database.write(session -> turn(session, limit, underWay, now, lease));
            } while (turn.claims().isEmpty() && turn.more());
            return turn.claims();
        } catch (RuntimeException | StackOverflowError e) {
            List<Queues.Key> queues = database.read(session -> Claiming.lookDue(session, now, limit));
            int share = Math.max(1, limit / Math.max(1, queues.size()));
            return OneByOne.each(
                            "queue of the webhook",
                            queues,
                            queue -> database.write(session ->
                                    claiming(session, underWay, now, lease).claim(Claiming.lock(session, queue, now), share)),
                            queue -> database.write(session -> Claiming.putOff(session, queue, now, PAUSE)))
                    .stream()
                    .flatMap(List::stream)
                    .toList();
        }
    }

    /** @param more whether other queues may be due, behind those that have had their turns */
    private record Turn(List<WebhookClaim> claims, boolean more) {}

    /** A queue that has nothing to claim now is not due any more afterwards. */
    private Turn turn(Session session, int limit, int underWay, Instant now, Duration lease) {
        List<Queues.Key> queues = Claiming.lockDue(session, now, limit);
        return new Turn(claiming(session, underWay, now, lease).claim(queues, limit), !queues.isEmpty());
    }

    private Claiming claiming(Session session, int underWay, Instant now, Duration lease) {
        return new Claiming(session, webhooks, underWay, now, lease);
    }

    /** Queues are locked before their deliveries, as all others do who write them. */
    @Override
    public List<WebhookClaim> renew(List<WebhookClaim> claims, Instant until) {
        return claims.isEmpty() ? List.of() : database.write(session -> {
            Queues.lock(session, claims.stream().map(claim -> Queues.Key.of(claim.webhook())).toList());
            int[] held = session.batch(
                    "update webhook_delivery set held_until = ?, due_at = ? where project_id = ? and id = ? and fence = ?",
                    claims.stream()
                            .map(claim -> List.<Object>of(
                                    until, until, claim.webhook().scope().project().value(), claim.delivery().id(), claim.fence()))
                            .toList());
            return IntStream.range(0, held.length).filter(i -> held[i] == 1).mapToObj(claims::get).toList();
        });
    }

    @Override
    public void settle(List<WebhookSettlement> settlements, Instant now) {
        if (!settlements.isEmpty()) {
            database.write(session -> {
                new Settling(session, now).settle(settlements);
                return settlements.size();
            });
        }
    }

    @Override
    public Optional<Instant> nextDue() {
        return database.read(session -> session.first(
                row -> row.moment("due_at"),
                "select due_at from webhook_queue where due_at is not null order by due_at limit 1"));
    }
}
