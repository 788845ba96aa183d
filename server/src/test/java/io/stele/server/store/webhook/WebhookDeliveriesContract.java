package io.stele.server.store.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.core.housekeeping.Chore;
import io.stele.core.page.Page;
import io.stele.core.page.PageRequest;
import io.stele.core.project.Scope;
import io.stele.core.webhook.NewDelivery;
import io.stele.core.webhook.Payload;
import io.stele.core.webhook.Webhook;
import io.stele.core.webhook.WebhookAttempt;
import io.stele.core.webhook.WebhookClaim;
import io.stele.core.webhook.WebhookDeliveries;
import io.stele.core.webhook.WebhookDelivery;
import io.stele.core.webhook.WebhookDelivery.Status;
import io.stele.core.webhook.WebhookDeliveryFilter;
import io.stele.core.webhook.WebhookId;
import io.stele.server.store.Tenant;
import io.stele.server.store.TestStore;
import io.stele.server.store.Together;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** {@link WebhookDeliveries}: what was told can be looked up, and sent again. */
public abstract class WebhookDeliveriesContract extends WebhookContract {

    private static final UUID LANE = new UUID(1, 1);

    protected WebhookDeliveriesContract(Supplier<TestStore> opening) {
        super(opening);
    }

    private List<String> bodies(Scope scope, WebhookDeliveryFilter filter) {
        return deliveries.deliveries(scope, filter, PageRequest.first(100)).items().stream()
                .map(WebhookDelivery::body)
                .toList();
    }

    private static WebhookDeliveryFilter filter(
            @Nullable Webhook webhook, Set<Status> statuses, @Nullable String event, @Nullable Instant since) {
        return new WebhookDeliveryFilter(webhook == null ? null : webhook.id(), statuses, event, since);
    }

    @Test
    void deliveriesAreListedNewestFirstPageByPage() {
        Webhook webhook = subscriptions.kept(tenant.live());
        List<WebhookDelivery> sent = IntStream.rangeClosed(1, 5).mapToObj(number -> send(webhook, number)).toList();
        settle(taken(claim().getFirst()));

        Page<WebhookDelivery> first = deliveries.deliveries(tenant.live(), WebhookDeliveryFilter.ALL, PageRequest.first(2));
        Page<WebhookDelivery> second = deliveries.deliveries(
                tenant.live(), WebhookDeliveryFilter.ALL, PageRequest.olderThan(first.items().getLast().id(), 2));
        Page<WebhookDelivery> newer =
                deliveries.deliveries(tenant.live(), WebhookDeliveryFilter.ALL, PageRequest.newerThan(sent.getFirst().id(), 2));

        assertThat(first.items()).extracting(WebhookDelivery::body).containsExactly("5", "4");
        assertThat(first.older()).isTrue();
        assertThat(second.items()).extracting(WebhookDelivery::body).containsExactly("3", "2");
        assertThat(newer.items()).extracting(WebhookDelivery::body).containsExactly("3", "2");
    }

    @Test
    void theFiltersAskForWhatTheySay() {
        Webhook one = subscriptions.kept(tenant.live());
        Webhook other = subscriptions.kept(tenant.live());
        send(one, 1);
        settle(taken(claim().getFirst()));
        later(Duration.ofHours(2));
        send(other, 2);
        settle(givenUp(claim().getFirst()));
        deliveries.send(tenant.live(), new NewDelivery(
                one.id(), UUID.randomUUID(), 0, new Payload("other.thing", "3", null), null, null, null, now()));

        assertThat(bodies(tenant.live(), WebhookDeliveryFilter.ALL)).containsExactly("3", "2", "1");
        assertThat(bodies(tenant.live(), filter(one, Set.of(), null, null))).containsExactly("3", "1");
        assertThat(bodies(tenant.live(), filter(null, Set.of(Status.DELIVERED), null, null))).containsExactly("1");
        assertThat(bodies(tenant.live(), filter(null, Set.of(Status.DELIVERED, Status.FAILED), null, null))).containsExactly("2", "1");
        assertThat(bodies(tenant.live(), filter(one, Set.of(Status.PENDING), null, null))).containsExactly("3");
        assertThat(bodies(tenant.live(), filter(null, Set.of(Status.BATCHED), null, null))).isEmpty();
        assertThat(bodies(tenant.live(), filter(null, Set.of(), NAME, null))).containsExactly("2", "1");
        assertThat(bodies(tenant.live(), filter(null, Set.of(), null, now()))).containsExactly("3", "2");
        assertThat(bodies(tenant.live(), filter(other, Set.of(Status.FAILED), NAME, TestStore.START))).containsExactly("2");
        assertThat(bodies(tenant.live(), filter(null, Set.of(), null, now().plusMillis(1)))).isEmpty();
    }

    @Test
    void ofManyWebhooksThoseAreListedThatAreAskedFor() {
        List<Webhook> all = IntStream.rangeClosed(1, 20)
                .mapToObj(_ -> subscriptions.kept(tenant.live()))
                .toList();
        IntStream.range(0, 20).forEach(number -> send(all.get(number), number));

        for (int wanted : new int[] {2, 16, 17, 19}) {
            Set<WebhookId> ids = all.stream().limit(wanted).map(Webhook::id).collect(Collectors.toSet());
            WebhookDeliveryFilter filter = new WebhookDeliveryFilter(ids, Set.of(Status.PENDING), NAME, null);
            Page<WebhookDelivery> first = deliveries.deliveries(tenant.live(), filter, PageRequest.first(wanted - 1));
            Page<WebhookDelivery> second = deliveries.deliveries(
                    tenant.live(), filter, PageRequest.olderThan(first.items().getLast().id(), wanted));

            assertThat(first.items().getFirst().body()).isEqualTo(Integer.toString(wanted - 1));
            assertThat(first.items()).extracting(WebhookDelivery::body).hasSize(wanted - 1).doesNotHaveDuplicates();
            assertThat(second.items()).extracting(WebhookDelivery::body).containsExactly("0");
        }
    }

    @Test
    void anotherScopesAreNeverFound() {
        WebhookDelivery sent = send(subscriptions.kept(tenant.live()), 1);
        settle(again(claim().getFirst(), Duration.ofHours(1)));
        Tenant other = Tenant.found(store);

        for (Scope scope : List.of(tenant.test(), other.live())) {
            assertThat(listed(scope)).isEmpty();
            assertThat(bodies(scope, filter(webhooks.all(tenant.live()).getFirst(), Set.of(), null, null))).isEmpty();
            assertThat(deliveries.delivery(scope, sent.id())).isEmpty();
            assertThat(deliveries.attempts(scope, sent.id())).isEmpty();
            assertThat(deliveries.replay(scope, sent.id(), now())).isEmpty();
            assertThat(deliveries.send(scope, thing(webhooks.all(tenant.live()).getFirst(), 2, null, null))).isEmpty();
        }
        assertThat(found(sent).dueAt()).isEqualTo(now().plus(Duration.ofHours(1)));
        assertThat(listed(tenant.live())).hasSize(1);
    }

    @Test
    void whatWasGivenUpIsSentAgainFromTheBeginning() {
        WebhookDelivery sent = send(subscriptions.kept(tenant.live()), 1);
        settle(givenUp(claim().getFirst()));
        later(Duration.ofHours(1));

        WebhookDelivery replayed = deliveries.replay(tenant.live(), sent.id(), now()).orElseThrow();

        assertThat(replayed.status()).isEqualTo(Status.PENDING);
        assertThat(replayed.dueAt()).isEqualTo(now());
        assertThat(replayed.settledAt()).isNull();
        assertThat(replayed.attempts()).isEqualTo(1);
        WebhookClaim claim = claim().getFirst();
        assertThat(claim.attempt()).isEqualTo(1);
        assertThat(claim.delivery().eventId()).isEqualTo(sent.eventId());
        assertThat(claim.delivery().body()).isEqualTo(sent.body());
        settle(taken(claim));
        assertThat(found(sent).attempts()).isEqualTo(2);
        assertThat(deliveries.attempts(tenant.live(), sent.id())).extracting(WebhookAttempt::status).containsExactly(null, 200);
    }

    @Test
    void whatStillWaitsIsSentAtOnce() {
        Webhook webhook = subscriptions.kept(tenant.live());
        send(webhook, 1, LANE);
        WebhookDelivery second = send(webhook, 2, LANE);
        send(webhook, 3, LANE);
        WebhookClaim first = claim().getFirst();
        settle(again(first, Duration.ofHours(1)));

        deliveries.replay(tenant.live(), second.id(), now());
        deliveries.replay(tenant.live(), first.delivery().id(), now());

        assertThat(bodies(claim())).containsExactlyInAnyOrder("1", "2", "3");
    }

    @Test
    void whatIsBeingSentStaysAsItIs() {
        WebhookDelivery sent = send(subscriptions.kept(tenant.live()), 1);
        WebhookClaim claim = claim().getFirst();

        assertThat(deliveries.replay(tenant.live(), sent.id(), now())).contains(claim.delivery());
        assertThat(claim()).isEmpty();
        settle(taken(claim));
        assertThat(found(sent).status()).isEqualTo(Status.DELIVERED);
    }

    @Test
    void aSettlementFromBeforeTheReplayIsVoid() {
        WebhookDelivery sent = send(subscriptions.kept(tenant.live()), 1);
        WebhookClaim claim = claim().getFirst();
        later(LEASE);
        deliveries.replay(tenant.live(), sent.id(), now());

        settle(givenUp(claim));

        assertThat(found(sent).status()).isEqualTo(Status.PENDING);
        assertThat(claim()).hasSize(1);
    }

    @Test
    void theSameIsSentOnce() {
        Webhook webhook = subscriptions.kept(tenant.live());

        List<WebhookDelivery> sent = Together.times(6, () -> send(webhook, 1));

        assertThat(sent).extracting(WebhookDelivery::id).containsOnly(sent.getFirst().id());
        assertThat(listed(tenant.live())).hasSize(1);
    }

    @Test
    void ofManyReplaysAtOnceOneIsSent() {
        WebhookDelivery sent = send(subscriptions.kept(tenant.live()), 1);
        settle(givenUp(claim().getFirst()));

        Together.times(6, () -> deliveries.replay(tenant.live(), sent.id(), now()));

        assertThat(claim()).hasSize(1);
        assertThat(claim()).isEmpty();
    }

    @Test
    void settledDeliveriesAndTheirAttemptsAreKeptForThirtyDays() {
        Webhook webhook = subscriptions.kept(tenant.live());
        WebhookDelivery waiting = send(webhook, 1);
        settle(again(claim().getFirst(), Duration.ofDays(100)));
        WebhookDelivery settled = send(webhook, 2);
        settle(taken(claim().getFirst()));
        later(Duration.ofDays(30));
        keepHouse();
        assertThat(deliveries.attempts(tenant.live(), settled.id())).hasSize(1);
        later(Duration.ofMillis(1));

        keepHouse();

        assertThat(deliveries.delivery(tenant.live(), settled.id())).isEmpty();
        assertThat(found(waiting).status()).isEqualTo(Status.PENDING);
        assertThat(store.number("select count(*) from webhook_attempt")).isZero();
    }

    private void keepHouse() {
        for (Chore chore : store.all(Chore.class)) {
            boolean more;
            do {
                more = chore.doPart(now());
            } while (more);
        }
    }
}
