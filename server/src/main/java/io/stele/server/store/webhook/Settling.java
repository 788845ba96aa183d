package io.stele.server.store.webhook;

import io.stele.core.webhook.WebhookAttempt;
import io.stele.core.webhook.WebhookClaim;
import io.stele.core.webhook.WebhookDelivery;
import io.stele.core.webhook.WebhookSettlement;
import io.stele.server.store.sql.Keys;
import io.stele.server.store.sql.Session;
import io.stele.server.store.sql.Signal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes what came of claims, within one transaction. */
final class Settling {

    private final Session session;
    private final Instant now;

    Settling(Session session, Instant now) {
        this.session = session;
        this.now = now;
    }

    /** What another has claimed meanwhile, and what is of a webhook that is gone, is left as it is. */
    void settle(List<WebhookSettlement> settlements) {
        lockGone(settlements);
        Set<Queues.Key> queues =
                Queues.lock(session, settlements.stream().map(Settling::queue).toList());
        List<WebhookSettlement> held = written(
                settlements.stream().filter(settlement -> queues.contains(queue(settlement))).toList());
        attempts(held);
        List<DeliveryLanes.Lane> lanes = lanes(held);
        singleOut(held.stream()
                .filter(settlement -> settlement instanceof WebhookSettlement.GivenUp || settlement instanceof WebhookSettlement.Gone)
                .toList());
        DeliveryLanes.advance(session, lanes, now);
        held.stream()
                .filter(settlement -> settlement instanceof WebhookSettlement.Gone)
                .map(Settling::queue)
                .distinct()
                .sorted()
                .forEach(this::deactivate);
        Queues.wake(session, held.stream().map(Settling::queue).toList(), now);
        session.raise(Signal.WEBHOOKS_TO_SEND);
    }

    /** Locks the webhooks that become inactive, since webhooks are locked before queues. */
    private void lockGone(List<WebhookSettlement> settlements) {
        List<Queues.Key> gone = settlements.stream()
                .filter(settlement -> settlement instanceof WebhookSettlement.Gone)
                .map(Settling::queue)
                .distinct()
                .sorted()
                .toList();
        session.each(
                _ -> {},
                new Keys(gone.stream().map(key -> List.of(key.project(), key.webhook())).toList()),
                "select id from webhook where (project_id, id) in :keys order by project_id, id for update");
    }

    private void deactivate(Queues.Key queue) {
        session.update(
                "update webhook set active = false, updated_at = ? where project_id = ? and id = ? and active = true",
                now,
                queue.project(),
                queue.webhook());
        Queues.activate(session, queue, false, now);
    }

    /** @return those whose claims still held */
    private List<WebhookSettlement> written(List<WebhookSettlement> settlements) {
        int[] written = session.batch(
                """
                update webhook_delivery
                set status = ?, due_at = ?, settled_at = ?, last_attempt_at = ?, answer_status = ?, fence = null, held_until = null
                where project_id = ? and id = ? and fence = ?""",
                settlements.stream().map(this::values).toList());
        List<WebhookSettlement> held = new ArrayList<>();
        for (int i = 0; i < written.length; i++) {
            if (written[i] == 1) {
                held.add(settlements.get(i));
            }
        }
        return held;
    }

    private List<@Nullable Object> values(WebhookSettlement settlement) {
        WebhookDelivery.Status status = switch (settlement) {
            case WebhookSettlement.Taken _ -> WebhookDelivery.Status.DELIVERED;
            case WebhookSettlement.Again _ -> WebhookDelivery.Status.PENDING;
            case WebhookSettlement.GivenUp _, WebhookSettlement.Gone _ -> WebhookDelivery.Status.FAILED;
        };
        Instant dueAt = settlement instanceof WebhookSettlement.Again again ? again.dueAt() : null;
        WebhookClaim claim = settlement.claim();
        WebhookAttempt attempt = settlement.attempt();
        return Arrays.asList(
                status,
                dueAt,
                dueAt == null ? now : null,
                attempt.at(),
                attempt.status(),
                project(settlement),
                claim.delivery().id(),
                claim.fence());
    }

    private void attempts(List<WebhookSettlement> settlements) {
        session.batch(
                """
                insert into webhook_attempt (project_id, delivery_id, number, at, latency, answer_status, answer, error)
                values (?, ?, ?, ?, ?, ?, ?, ?)""",
                settlements.stream().map(Settling::attempt).toList());
    }

    private static List<@Nullable Object> attempt(WebhookSettlement settlement) {
        WebhookAttempt attempt = settlement.attempt();
        return Arrays.asList(
                project(settlement),
                settlement.claim().delivery().id(),
                attempt.number(),
                attempt.at(),
                attempt.latency().toNanos(),
                attempt.status(),
                attempt.answer(),
                attempt.error());
    }

    /** What a batch was made of waits to be told one by one, before what came after it. */
    private void singleOut(List<WebhookSettlement> failed) {
        List<WebhookSettlement> batches =
                failed.stream().filter(settlement -> settlement.claim().batched() > 0).toList();
        if (batches.isEmpty()) {
            return;
        }
        session.batch(
                """
                update webhook_delivery set status = 'PENDING', due_at = null, settled_at = null, batch_id = null
                where project_id = ? and batch_id = ?""",
                batches.stream()
                        .map(settlement -> List.<Object>of(
                                project(settlement), settlement.claim().delivery().id()))
                        .toList());
        DeliveryLanes.hold(session, lanes(batches));
    }

    private List<DeliveryLanes.Lane> lanes(List<WebhookSettlement> settlements) {
        if (settlements.isEmpty()) {
            return List.of();
        }
        return session.list(
                row -> new DeliveryLanes.Lane(Queues.Key.read(row), row.uuid("lane")),
                """
                select d.project_id, d.webhook_id, d.lane
                from unnest(cast(? as uuid array), cast(? as uuid array)) as k(project_id, id)
                join webhook_delivery d on d.project_id = k.project_id and d.id = k.id
                where d.lane is not null""",
                settlements.stream().map(Settling::project).toList(),
                settlements.stream().map(settlement -> settlement.claim().delivery().id()).toList());
    }

    private static Queues.Key queue(WebhookSettlement settlement) {
        return Queues.Key.of(settlement.claim().webhook());
    }

    private static UUID project(WebhookSettlement settlement) {
        return settlement.claim().webhook().scope().project().value();
    }
}
