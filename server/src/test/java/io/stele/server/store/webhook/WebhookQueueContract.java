package io.stele.server.store.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.core.housekeeping.Chore;
import io.stele.core.webhook.Webhook;
import io.stele.core.webhook.WebhookAttempt;
import io.stele.core.webhook.WebhookClaim;
import io.stele.core.webhook.WebhookDelivery;
import io.stele.core.webhook.WebhookDelivery.Status;
import io.stele.core.webhook.WebhookQueue;
import io.stele.server.store.TestStore;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** {@link WebhookQueue}: what waits is claimed by one at a time, and settled by whoever has it. */
public abstract class WebhookQueueContract extends WebhookContract {

    protected WebhookQueueContract(Supplier<TestStore> opening) {
        super(opening);
    }

    private Webhook webhook() {
        return subscriptions.kept(tenant.live());
    }

    @Test
    void nothingWaitsAtFirst() {
        webhook();

        assertThat(claim()).isEmpty();
        assertThat(queue.nextDue()).isEmpty();
    }

    @Test
    void whatWaitsIsClaimedOnce() {
        Webhook webhook = webhook();
        WebhookDelivery sent = send(webhook, 1);
        assertThat(queue.nextDue()).contains(now());

        WebhookClaim claim = claim().getFirst();

        assertThat(claim.webhook()).isEqualTo(webhook);
        assertThat(claim.attempt()).isEqualTo(1);
        assertThat(claim.batched()).isZero();
        assertThat(claim.delivery()).isEqualTo(found(sent));
        assertThat(claim.delivery().attempts()).isEqualTo(1);
        assertThat(claim()).isEmpty();
        assertThat(queue.nextDue()).contains(now().plus(LEASE));
    }

    @Test
    void whatWasTakenIsSettled() {
        WebhookDelivery sent = send(webhook(), 1);
        WebhookClaim claim = claim().getFirst();
        later(Duration.ofSeconds(1));

        settle(taken(claim));

        WebhookDelivery settled = found(sent);
        assertThat(settled.status()).isEqualTo(Status.DELIVERED);
        assertThat(settled.settledAt()).isEqualTo(now());
        assertThat(settled.lastAttemptAt()).isEqualTo(now());
        assertThat(settled.answerStatus()).isEqualTo(200);
        assertThat(settled.dueAt()).isNull();
        assertThat(deliveries.attempts(tenant.live(), sent.id()))
                .containsExactly(new WebhookAttempt(1, now(), Duration.ofMillis(12), 200, "answer", null));
        later(Duration.ofDays(1));
        assertThat(claim()).isEmpty();
        assertThat(queue.nextDue()).isEmpty();
    }

    @Test
    void whatWasNotTakenIsTriedAgainAtItsTime() {
        WebhookDelivery sent = send(webhook(), 1);
        settle(again(claim().getFirst(), Duration.ofMinutes(5)));

        assertThat(claim()).isEmpty();
        assertThat(queue.nextDue()).contains(now().plus(Duration.ofMinutes(5)));
        assertThat(found(sent).status()).isEqualTo(Status.PENDING);
        assertThat(found(sent).dueAt()).isEqualTo(now().plus(Duration.ofMinutes(5)));
        later(Duration.ofMinutes(5));
        WebhookClaim second = claim().getFirst();

        assertThat(second.attempt()).isEqualTo(2);
        settle(givenUp(second));
        assertThat(found(sent).status()).isEqualTo(Status.FAILED);
        assertThat(found(sent).answerStatus()).isNull();
        assertThat(deliveries.attempts(tenant.live(), sent.id())).extracting(WebhookAttempt::number).containsExactly(1, 2);
        assertThat(deliveries.attempts(tenant.test(), sent.id())).isEmpty();
    }

    @Test
    void aLeaseThatRunsOutFreesTheDelivery() {
        send(webhook(), 1);
        WebhookClaim first = claim().getFirst();
        later(LEASE.minusMillis(1));
        assertThat(claim()).isEmpty();
        later(Duration.ofMillis(1));

        WebhookClaim second = claim().getFirst();

        assertThat(second.attempt()).isEqualTo(2);
        assertThat(second.fence()).isNotEqualTo(first.fence());
    }

    @Test
    void aLeaseThatIsRenewedHoldsOn() {
        WebhookDelivery sent = send(webhook(), 1);
        WebhookClaim claim = claim().getFirst();
        later(LEASE.minusMillis(1));

        assertThat(queue.renew(List.of(claim), now().plus(LEASE))).containsExactly(claim);

        later(LEASE.minusMillis(1));
        assertThat(claim()).isEmpty();
        settle(taken(claim));
        assertThat(found(sent).status()).isEqualTo(Status.DELIVERED);
    }

    @Test
    void whatAnotherHasOrIsDoneWithIsNotRenewed() {
        Webhook webhook = webhook();
        send(webhook, 1);
        WebhookClaim lost = claim().getFirst();
        later(LEASE);
        WebhookClaim second = claim().getFirst();
        WebhookDelivery other = send(webhook, 2);
        WebhookClaim done = claim().getFirst();
        settle(taken(done));

        assertThat(queue.renew(List.of(lost, second, done), now().plus(LEASE.multipliedBy(2)))).containsExactly(second);

        assertThat(found(other).status()).isEqualTo(Status.DELIVERED);
        later(LEASE);
        assertThat(claim()).isEmpty();
        later(LEASE);
        assertThat(claim()).extracting(WebhookClaim::attempt).containsExactly(3);
    }

    @Test
    void whatIsSettledAfterTheLeaseIsVoidOnceAnotherHasTheDelivery() {
        WebhookDelivery sent = send(webhook(), 1);
        WebhookClaim first = claim().getFirst();
        later(LEASE);
        WebhookClaim second = claim().getFirst();
        WebhookDelivery before = found(sent);

        settle(taken(first));
        settle(gone(first));

        assertThat(found(sent)).isEqualTo(before);
        assertThat(deliveries.attempts(tenant.live(), sent.id())).isEmpty();
        assertThat(webhooks.all(tenant.live())).allMatch(Webhook::active);
        settle(taken(second));
        settle(taken(second), givenUp(second));
        assertThat(found(sent).status()).isEqualTo(Status.DELIVERED);
        assertThat(deliveries.attempts(tenant.live(), sent.id())).hasSize(1);
    }

    @Test
    void whatIsSettledLateIsWrittenWhenNobodyElseHasTheDelivery() {
        WebhookDelivery sent = send(webhook(), 1);
        WebhookClaim claim = claim().getFirst();
        later(LEASE.multipliedBy(2));

        settle(taken(claim));

        assertThat(found(sent).status()).isEqualTo(Status.DELIVERED);
    }

    @Test
    void whatIsOfAnInactiveWebhookWaits() {
        Webhook webhook = webhook();
        send(webhook, 1);
        activate(webhook, false);
        send(webhook, 2);

        assertThat(claim()).isEmpty();
        assertThat(queue.nextDue()).isEmpty();
        activate(webhook, true);
        assertThat(bodies(claim())).containsExactly("1", "2");
    }

    @Test
    void aReceiverThatIsGoneMakesItsWebhookInactive() {
        Webhook webhook = webhook();
        WebhookDelivery first = send(webhook, 1);
        WebhookDelivery second = send(webhook, 2);
        List<WebhookClaim> claims = claim(1, 100);

        settle(gone(claims.getFirst()));

        assertThat(webhooks.webhook(tenant.live(), webhook.id()).orElseThrow().active()).isFalse();
        assertThat(found(first).status()).isEqualTo(Status.FAILED);
        assertThat(found(second).status()).isEqualTo(Status.PENDING);
        assertThat(claim()).isEmpty();
        activate(webhook, true);
        assertThat(bodies(claim())).containsExactly("2");
    }

    @Test
    void whatWaitsForARemovedWebhookIsGivenUp() {
        Webhook webhook = webhook();
        WebhookDelivery held = send(webhook, 1);
        WebhookDelivery waiting = send(webhook, 2);
        WebhookClaim claim = claim(1, 1).getFirst();

        webhooks.remove(tenant.live(), webhook.id());

        assertThat(List.of(found(waiting), found(held)))
                .allSatisfy(delivery -> {
                    assertThat(delivery.status()).isEqualTo(Status.FAILED);
                    assertThat(delivery.settledAt()).isEqualTo(now());
                    assertThat(delivery.dueAt()).isNull();
                });
        settle(taken(claim));
        assertThat(found(claim.delivery()).status()).isEqualTo(Status.FAILED);
        assertThat(claim()).isEmpty();
        assertThat(deliveries.send(tenant.live(), thing(webhook, 3, null, null))).isEmpty();
        assertThat(deliveries.replay(tenant.live(), waiting.id(), now())).isEmpty();
        assertThat(store.number("select count(*) from webhook_queue")).isZero();
    }

    @Test
    void veryManyOfARemovedWebhookAreGivenUpInParts() {
        Webhook webhook = webhook();
        WebhookDelivery one = send(webhook, 1);
        copies(one, 3_000);

        webhooks.remove(tenant.live(), webhook.id());

        assertThat(store.number("select count(*) from webhook_delivery where status = 'PENDING'")).isPositive();
        assertThat(claim()).isEmpty();
        for (Chore chore : store.all(Chore.class)) {
            boolean more;
            do {
                more = chore.doPart(now());
            } while (more);
        }
        assertThat(store.number("select count(*) from webhook_delivery where status <> 'FAILED'")).isZero();
        assertThat(store.number("select count(*) from webhook_queue")).isZero();
    }

    /** More deliveries like this one, which is the only one. */
    private void copies(WebhookDelivery one, int many) {
        String uuid = store.isPostgres() ? "gen_random_uuid()" : "random_uuid()";
        List<String> same = store.column("select column_name from information_schema.columns"
                        + " where table_schema = 'public' and table_name = 'webhook_delivery'"
                        + " and column_name not in ('id', 'seq', 'event_id')");
        store.run("insert into webhook_delivery (id, event_id, " + String.join(", ", same) + ") select " + uuid + ", " + uuid + ", "
                + String.join(", ", same) + " from webhook_delivery, " + store.numbers(many) + " where event = '" + one.event() + "'");
    }
}
