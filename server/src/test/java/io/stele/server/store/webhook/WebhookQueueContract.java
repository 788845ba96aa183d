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
import io.stele.server.store.Together;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** {@link WebhookQueue}: what waits is claimed by one at a time, in the order of its lane, and no webhook stands in another's way. */
public abstract class WebhookQueueContract extends WebhookContract {

    private static final UUID LANE = new UUID(1, 1);

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
    void deliveriesOfALaneGoOneAfterTheOther() {
        Webhook webhook = webhook();
        IntStream.rangeClosed(1, 3).forEach(number -> send(webhook, number, LANE));
        send(webhook, 4, new UUID(1, 2));
        send(webhook, 5);

        List<WebhookClaim> first = claim();

        assertThat(bodies(first)).containsExactly("1", "4", "5");
        settle(taken(first.getFirst()));
        List<WebhookClaim> second = claim();
        assertThat(bodies(second)).containsExactly("2");
        settle(givenUp(second.getFirst()));
        assertThat(bodies(claim())).containsExactly("3");
    }

    @Test
    void aDeliveryThatIsTriedAgainHoldsUpItsLaneForHalfAMinute() {
        Webhook webhook = webhook();
        send(webhook, 1, LANE);
        send(webhook, 2, LANE);
        settle(again(claim().getFirst(), Duration.ofMinutes(10)));
        later(Duration.ofSeconds(29));
        assertThat(claim()).isEmpty();
        later(Duration.ofSeconds(1));

        assertThat(bodies(claim())).containsExactly("2");
        send(webhook, 3, LANE);
        assertThat(claim()).isEmpty();
    }

    @Test
    void aDeliveryThatEndsDoesNotHurryOneThatWasTriedBefore() {
        Webhook webhook = webhook();
        send(webhook, 1, LANE);
        send(webhook, 2, LANE);
        send(webhook, 3, LANE);
        settle(again(claim().getFirst(), Duration.ofMinutes(10)));
        later(Duration.ofSeconds(30));
        settle(taken(claim().getFirst()));

        WebhookClaim third = claim().getFirst();

        assertThat(third.delivery().body()).isEqualTo("3");
        settle(taken(third));
        assertThat(claim()).isEmpty();
        assertThat(queue.nextDue()).contains(TestStore.START.plus(Duration.ofMinutes(10)));
    }

    @Test
    void howeverLateItIsDeliveriesOfALaneThatNobodyTriedGoOneAfterTheOther() {
        Webhook webhook = webhook();
        IntStream.rangeClosed(1, 4).forEach(number -> send(webhook, number, LANE));
        later(Duration.ofHours(1));

        List<String> order = new ArrayList<>();
        for (List<WebhookClaim> claims = claim(); !claims.isEmpty(); claims = claim()) {
            assertThat(claims).hasSize(1);
            order.addAll(bodies(claims));
            settle(taken(claims.getFirst()));
        }

        assertThat(order).containsExactly("1", "2", "3", "4");
    }

    @Test
    void aDeliveryWhoseAttemptWasLostHoldsUpItsLaneUntilItIsKnownToFail() {
        Webhook webhook = webhook();
        send(webhook, 1, LANE);
        send(webhook, 2, LANE);
        claim();
        send(webhook, 3, LANE);
        later(Duration.ofHours(1));

        List<WebhookClaim> again = claim();

        assertThat(bodies(again)).containsExactly("1");
        settle(again(again.getFirst(), Duration.ofMinutes(10)));
        assertThat(claim()).isEmpty();
        later(Duration.ofSeconds(30));
        assertThat(bodies(claim())).containsExactly("2");
    }

    @Test
    void theHalfMinuteOfEachDeliveryBeginsWithTheFirstAttemptOfTheOneBefore() {
        Webhook webhook = webhook();
        IntStream.rangeClosed(1, 3).forEach(number -> send(webhook, number, LANE));
        settle(again(claim().getFirst(), Duration.ofHours(1)));
        later(Duration.ofSeconds(30));
        settle(again(claim().getFirst(), Duration.ofSeconds(10)));
        later(Duration.ofSeconds(10));
        settle(again(claim().getFirst(), Duration.ofHours(1)));
        later(Duration.ofSeconds(19));
        assertThat(claim()).isEmpty();
        later(Duration.ofSeconds(1));

        assertThat(bodies(claim())).containsExactly("3");
    }

    @Test
    void whatComesLaterInALaneThatFailsForLongIsDueAtOnce() {
        Webhook webhook = webhook();
        WebhookDelivery failing = send(webhook, 1, LANE);
        settle(again(claim().getFirst(), Duration.ofHours(1)));
        later(Duration.ofMinutes(10));

        WebhookDelivery later = send(webhook, 2, LANE);

        assertThat(found(later).dueAt()).isEqualTo(now());
        assertThat(bodies(claim())).containsExactly("2");
        assertThat(found(failing).dueAt()).isEqualTo(TestStore.START.plus(Duration.ofHours(1)));
    }

    @Test
    void whatEndsBeforeOneThatIsUnderWayHurriesNobody() {
        Webhook webhook = webhook();
        IntStream.rangeClosed(1, 3).forEach(number -> send(webhook, number, LANE));
        settle(again(claim().getFirst(), Duration.ofSeconds(30)));
        later(Duration.ofSeconds(30));
        List<WebhookClaim> claims = claim();
        assertThat(bodies(claims)).containsExactlyInAnyOrder("1", "2");

        settle(taken(claims.stream().filter(claim -> claim.delivery().body().equals("1")).findFirst().orElseThrow()));

        assertThat(claim()).isEmpty();
    }

    @Test
    void ofAWebhookOnlySoManyAreUnderWay() {
        Webhook webhook = webhook();
        IntStream.rangeClosed(1, 5).forEach(number -> send(webhook, number));

        List<WebhookClaim> claims = claim(100, 2);

        assertThat(claims).hasSize(2);
        assertThat(claim(100, 2)).isEmpty();
        assertThat(queue.nextDue()).contains(now().plus(LEASE));
        settle(taken(claims.getFirst()));
        assertThat(claim(100, 2)).hasSize(1);
        later(LEASE);
        assertThat(claim(100, 2)).hasSize(2);
    }

    @Test
    void aWebhookWithMuchToDoIsNotInTheWayOfAnother() {
        Webhook busy = webhook();
        IntStream.rangeClosed(1, 50).forEach(number -> send(busy, number));
        later(Duration.ofSeconds(1));
        Webhook other = webhook();
        send(other, 1);

        assertThat(claim(10, 100)).extracting(claim -> claim.webhook().id()).contains(busy.id(), other.id());
        assertThat(claim(1, 100)).hasSize(1);
    }

    @Test
    void webhooksWithMuchToDoGetTheirTurns() {
        List<Webhook> all = List.of(webhook(), webhook(), webhook());
        all.forEach(webhook -> IntStream.rangeClosed(1, 9).forEach(number -> send(webhook, number)));

        List<WebhookClaim> claims = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            later(Duration.ofMillis(1));
            claims.addAll(claim(1, 100));
        }

        assertThat(claims).extracting(claim -> claim.webhook().id()).containsExactlyInAnyOrderElementsOf(all.stream().map(Webhook::id).toList());
    }

    @Test
    void manyWebhooksThatHaveAsManyUnderWayAsTheyMayAreNotInTheWayOfAnother() {
        List<Webhook> full = IntStream.range(0, 20).mapToObj(_ -> webhook()).toList();
        full.forEach(webhook -> send(webhook, 1));
        int claimed = 0;
        while (claimed < full.size()) {
            claimed += claim(100, 1).size();
        }
        full.forEach(webhook -> send(webhook, 2));
        later(Duration.ofMillis(1));
        Webhook other = webhook();
        send(other, 3);

        assertThat(bodies(claim(100, 1))).containsExactly("3");
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

    @Test
    void aWebhookThatCannotBeReadHoldsUpNoOther() {
        Webhook damaged = webhook();
        send(damaged, 1);
        store.run("update webhook set secret = 'none.AAAA'");
        Webhook whole = webhook();
        send(whole, 2);

        assertThat(bodies(claim())).containsExactly("2");
        assertThat(claim()).isEmpty();
        assertThat(queue.nextDue()).isPresent();
    }

    @Test
    void ofManyAtOnceEachDeliveryIsClaimedByOneAndNoMoreAreUnderWayThanMayBe() {
        Webhook one = webhook();
        Webhook other = webhook();
        for (int number = 1; number <= 40; number++) {
            send(one, number);
            send(other, number);
        }

        List<UUID> claimed = Together.times(8, () -> claim(100, 15)).stream()
                .flatMap(List::stream)
                .map(claim -> claim.delivery().id())
                .toList();

        assertThat(claimed).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(30);
        assertThat(store.number("select count(*) from webhook_delivery where held_until is not null")).isEqualTo(claimed.size());
    }

    /** Senders, settlers and one who changes the webhook are at it at once: all is told, each once, and lanes keep their order. */
    @Test
    void whateverHappensAtOnceAllIsToldInOrder() {
        Webhook webhook = webhook();
        int each = 15;
        List<String> order = Collections.synchronizedList(new ArrayList<>());

        Together.times(6, () -> {
            int mine = Math.floorMod(UUID.randomUUID().hashCode(), 1_000_000) * 100;
            UUID lane = new UUID(2, mine);
            for (int number = 1; number <= each; number++) {
                send(webhook, mine + number, lane);
                for (WebhookClaim claim : claim(3, 4)) {
                    order.add(claim.delivery().body());
                    settle(taken(claim));
                }
                webhooks.change(tenant.live(), webhook.id(), same -> same);
            }
            return lane;
        });
        for (List<WebhookClaim> claims = claim(); !claims.isEmpty(); claims = claim()) {
            for (WebhookClaim claim : claims) {
                order.add(claim.delivery().body());
                settle(taken(claim));
            }
        }

        assertThat(order).hasSize(6 * each).doesNotHaveDuplicates();
        List<Integer> numbers = order.stream().map(Integer::valueOf).toList();
        assertThat(numbers.stream().collect(Collectors.groupingBy(number -> number / 100)).values())
                .hasSize(6)
                .allSatisfy(lane -> assertThat(lane).isSorted());
    }
}
