package io.stele.server.store.webhook;

import io.stele.core.channel.EndpointId;
import io.stele.core.event.ConversationStarted;
import io.stele.core.event.Event;
import io.stele.core.event.EventNumbering;
import io.stele.core.identity.Ksuid;
import io.stele.core.project.Scope;
import io.stele.core.webhook.EventView;
import io.stele.core.webhook.FanOutStore;
import io.stele.core.webhook.NewDelivery;
import io.stele.core.webhook.Payload;
import io.stele.core.webhook.Webhook;
import io.stele.core.webhook.WebhookAttempt;
import io.stele.core.webhook.WebhookClaim;
import io.stele.core.webhook.WebhookDeliveries;
import io.stele.core.webhook.WebhookDelivery;
import io.stele.core.webhook.WebhookDeliveryFilter;
import io.stele.core.webhook.WebhookForm;
import io.stele.core.webhook.WebhookQueue;
import io.stele.core.webhook.WebhookSettlement;
import io.stele.core.webhook.Webhooks;
import io.stele.core.page.PageRequest;
import io.stele.server.store.StoreContract;
import io.stele.server.store.TestStore;
import io.stele.server.store.event.Events;
import io.stele.server.store.sql.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** Webhooks that are told numbered things. */
abstract class WebhookContract extends StoreContract {

    static final Duration LEASE = Duration.ofSeconds(60);
    static final String NAME = "thing.happened";

    private static final EndpointId ENDPOINT = new EndpointId(new Ksuid(1, 2, 3));

    Subscriptions subscriptions;
    Webhooks webhooks;
    FanOutStore fanOut;
    WebhookQueue queue;
    WebhookDeliveries deliveries;

    WebhookContract(Supplier<TestStore> opening) {
        super(opening);
    }

    @BeforeEach
    void ports() {
        subscriptions = new Subscriptions(store);
        webhooks = store.get(Webhooks.class);
        fanOut = store.get(FanOutStore.class);
        queue = store.get(WebhookQueue.class);
        deliveries = store.get(WebhookDeliveries.class);
    }

    Instant now() {
        return store.clock().instant();
    }

    void later(Duration duration) {
        store.clock().advance(duration);
    }

    static Event event(int number) {
        return new ConversationStarted(ENDPOINT, new UUID(0, number));
    }

    static int number(EventView view) {
        return (int) ((ConversationStarted) view.logged().event()).conversation().getLeastSignificantBits();
    }

    /** Writes events, and numbers them. */
    void happen(Scope scope, Event... events) {
        store.database().write(session -> write(session, scope, events));
        store.get(EventNumbering.class).number();
    }

    /** Writes events, which have no positions by that. @return how many */
    int write(Session session, Scope scope, Event... events) {
        Events.append(session, Arrays.stream(events).map(event -> new Events.Entry(scope, event)).toList(), now());
        return events.length;
    }

    void happen(Scope scope, int... numbers) {
        happen(scope, IntStream.of(numbers).mapToObj(WebhookContract::event).toArray(Event[]::new));
    }

    /** Makes one delivery for each webhook and event that it hears, whose body is the event's number. */
    static FanOutStore.Told told(List<FanOutStore.Listener> listeners, List<EventView> views) {
        return new FanOutStore.Told(
                views.stream()
                        .flatMap(view -> listeners.stream().filter(listener -> listener.hears(view.logged())).map(listener -> new NewDelivery(
                                listener.webhook().id(), view.logged().idAs(NAME), view.logged().position(),
                                new Payload(NAME, String.valueOf(number(view)), null), null, null, null, view.logged().at())))
                        .toList(),
                List.of());
    }

    /** Something to be told that is in no log. */
    NewDelivery thing(Webhook webhook, int number, @Nullable UUID lane, WebhookForm.@Nullable Buffering buffering) {
        return new NewDelivery(
                webhook.id(), new UUID(7, number), 0, new Payload(NAME, String.valueOf(number), lane), null, null, buffering, now());
    }

    WebhookDelivery send(Webhook webhook, int number, @Nullable UUID lane) {
        return deliveries.send(webhook.scope(), thing(webhook, number, lane, null)).orElseThrow();
    }

    WebhookDelivery send(Webhook webhook, int number) {
        return send(webhook, number, null);
    }

    List<WebhookClaim> claim() {
        return claim(100, 100);
    }

    List<WebhookClaim> claim(int limit, int underWay) {
        return queue.claim(limit, underWay, now(), LEASE);
    }

    static List<String> bodies(List<WebhookClaim> claims) {
        return claims.stream().map(claim -> claim.delivery().body()).toList();
    }

    void settle(WebhookSettlement... settlements) {
        queue.settle(List.of(settlements), now());
    }

    WebhookAttempt attempt(WebhookClaim claim, @Nullable Integer status) {
        return new WebhookAttempt(
                claim.attempt(), now(), Duration.ofMillis(12), status, status == null ? null : "answer", status == null ? "no answer" : null);
    }

    WebhookSettlement taken(WebhookClaim claim) {
        return new WebhookSettlement.Taken(claim, attempt(claim, 200));
    }

    WebhookSettlement again(WebhookClaim claim, Duration pause) {
        return new WebhookSettlement.Again(claim, attempt(claim, 500), now().plus(pause));
    }

    WebhookSettlement givenUp(WebhookClaim claim) {
        return new WebhookSettlement.GivenUp(claim, attempt(claim, null));
    }

    WebhookSettlement gone(WebhookClaim claim) {
        return new WebhookSettlement.Gone(claim, attempt(claim, 410));
    }

    WebhookDelivery found(WebhookDelivery delivery) {
        return deliveries.delivery(delivery.scope(), delivery.id()).orElseThrow();
    }

    /** All that are listed of the scope, newest first. */
    List<WebhookDelivery> listed(Scope scope) {
        return deliveries.deliveries(scope, WebhookDeliveryFilter.ALL, PageRequest.first(1_000)).items();
    }

    void activate(Webhook webhook, boolean active) {
        webhooks.change(webhook.scope(), webhook.id(), before -> Subscriptions.with(before, active, before.url()));
    }
}
