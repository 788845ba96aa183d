package io.stele.server.api.chirp;

import io.micronaut.http.HttpRequest;
import io.stele.adapters.chirp.webhook.WebhookResources;
import io.stele.contracts.chirp.WebhookDeliveryList;
import io.stele.contracts.chirp.WebhookDeliveryResource;
import io.stele.core.page.Page;
import io.stele.core.page.PageRequest;
import io.stele.core.refusal.RejectedException;
import io.stele.core.refusal.Rejection;
import io.stele.core.webhook.Webhook;
import io.stele.core.webhook.WebhookDeliveries;
import io.stele.core.webhook.WebhookDelivery;
import io.stele.core.webhook.WebhookDeliveryFilter;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/** What the webhooks of apps were told. Chirp has nothing like it; it is Stele's own. */
@Singleton
final class AppWebhookDeliveries {

    private final AppWebhooks webhooks;
    private final WebhookDeliveries deliveries;
    private final WebhookResources resources;
    private final InstantSource clock;

    AppWebhookDeliveries(
            AppWebhooks webhooks, WebhookDeliveries deliveries, WebhookResources resources, InstantSource clock) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.resources = resources;
        this.clock = clock;
    }

    /** A page, newest first. */
    WebhookDeliveryList list(ScopedApp app, String webhookId, HttpRequest<?> request) {
        Webhook webhook = webhooks.webhook(app, webhookId);
        ListQuery query = ListQuery.of(request);
        WebhookDeliveryFilter filter =
                new WebhookDeliveryFilter(webhook.id(), query.deliveryStatuses(), query.event().orElse(null), null);
        PageRequest<UUID> wanted = query.deliveryCursor()
                .map(cursor -> PageRequest.olderThan(cursor, query.limit()))
                .orElseGet(() -> PageRequest.skipping(query.offset(), query.limit()));
        Page<WebhookDelivery> page = deliveries.deliveries(app.scope(), filter, wanted);
        return new WebhookDeliveryList(
                page.items().stream().map(resources::brief).toList(),
                page.older() ? page.items().getLast().id().toString() : null);
    }

    WebhookDeliveryResource get(ScopedApp app, String webhookId, String deliveryId) {
        return whole(app, delivery(app, webhookId, deliveryId));
    }

    /** Sends it again, with the same body, on a schedule that begins anew. */
    WebhookDeliveryResource replay(ScopedApp app, String webhookId, String deliveryId) {
        WebhookDelivery delivery = delivery(app, webhookId, deliveryId);
        return deliveries
                .replay(app.scope(), delivery.id(), clock.instant())
                .map(again -> whole(app, again))
                .orElseThrow(() -> notFound(deliveryId));
    }

    private WebhookDeliveryResource whole(ScopedApp app, WebhookDelivery delivery) {
        return resources.whole(delivery, deliveries.attempts(app.scope(), delivery.id()));
    }

    private WebhookDelivery delivery(ScopedApp app, String webhookId, String id) {
        Webhook webhook = webhooks.webhook(app, webhookId);
        return id(id).flatMap(uuid -> deliveries.delivery(app.scope(), uuid))
                .filter(delivery -> delivery.webhook().equals(webhook.id()))
                .orElseThrow(() -> notFound(id));
    }

    /** The id that is written so; empty for any other text. */
    static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text)).filter(id -> id.toString().equals(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static RejectedException notFound(String id) {
        return new RejectedException(new Rejection.NotFound(Rejection.Resource.WEBHOOK_DELIVERY, id));
    }
}
