package io.stele.server.api.zavu;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.stele.adapters.WireException;
import io.stele.adapters.zavu.ZavuIds;
import io.stele.adapters.zavu.webhook.ZavuDeliveries;
import io.stele.contracts.zavu.ZavuPage;
import io.stele.contracts.zavu.ZavuWebhookDelivery;
import io.stele.core.page.PageRequest;
import io.stele.core.project.Principal;
import io.stele.core.refusal.RejectedException;
import io.stele.core.refusal.Rejection;
import io.stele.core.webhook.Webhook;
import io.stele.core.webhook.WebhookDeliveries;
import io.stele.core.webhook.WebhookDelivery;
import io.stele.core.webhook.WebhookDeliveryFilter;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What the webhooks of senders were told. Zavu has nothing like it; the paths are Stele's own. */
@Controller("/v1/senders/{senderId}/webhook/deliveries")
@ExecuteOn(TaskExecutors.BLOCKING)
final class WebhookDeliveryController {

    private final CurrentSenders senders;
    private final SenderWebhooks webhooks;
    private final WebhookDeliveries deliveries;
    private final ZavuDeliveries resources;
    private final InstantSource clock;

    WebhookDeliveryController(
            CurrentSenders senders,
            SenderWebhooks webhooks,
            WebhookDeliveries deliveries,
            ZavuDeliveries resources,
            InstantSource clock) {
        this.senders = senders;
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.resources = resources;
        this.clock = clock;
    }

    /** Newest first; nothing while the sender has no webhook. */
    @Get
    ZavuPage<ZavuWebhookDelivery> list(HttpRequest<?> request, Principal principal, @PathVariable String senderId) {
        Optional<Webhook> webhook = webhook(principal, senderId);
        ListQuery query = new ListQuery(request);
        PageRequest<UUID> page = query.page(ZavuIds::uuid);
        Set<WebhookDelivery.Status> statuses = query.text("status").map(WebhookDeliveryController::statuses).orElse(Set.of());
        String event = query.text("event").orElse(null);
        return webhook.map(told -> Pages.of(
                        deliveries.deliveries(
                                principal.scope(), new WebhookDeliveryFilter(told.id(), statuses, event, null), page),
                        resources::brief,
                        delivery -> ZavuIds.text(delivery.id())))
                .orElseGet(() -> new ZavuPage<>(List.of(), null));
    }

    @Get("/{deliveryId}")
    ZavuWebhookDelivery get(Principal principal, @PathVariable String senderId, @PathVariable String deliveryId) {
        return whole(principal, delivery(principal, senderId, deliveryId));
    }

    /** Sends it again, with the same body, on a schedule that begins anew. */
    @Post("/{deliveryId}/replay")
    @Consumes(MediaType.ALL)
    HttpResponse<ZavuWebhookDelivery> replay(
            Principal principal, @PathVariable String senderId, @PathVariable String deliveryId) {
        WebhookDelivery delivery = delivery(principal, senderId, deliveryId);
        return deliveries
                .replay(principal.scope(), delivery.id(), clock.instant())
                .map(again -> HttpResponse.<ZavuWebhookDelivery>accepted().body(whole(principal, again)))
                .orElseThrow(() -> notFound(deliveryId));
    }

    private ZavuWebhookDelivery whole(Principal principal, WebhookDelivery delivery) {
        return resources.whole(delivery, deliveries.attempts(principal.scope(), delivery.id()));
    }

    private WebhookDelivery delivery(Principal principal, String sender, String id) {
        return webhook(principal, sender)
                .flatMap(webhook -> ZavuIds.uuid(id)
                        .flatMap(uuid -> deliveries.delivery(principal.scope(), uuid))
                        .filter(delivery -> delivery.webhook().equals(webhook.id())))
                .orElseThrow(() -> notFound(id));
    }

    private Optional<Webhook> webhook(Principal principal, String sender) {
        return webhooks.of(principal.scope(), senders.get(principal.scope(), sender).id());
    }

    private static Set<WebhookDelivery.Status> statuses(String name) {
        Set<WebhookDelivery.Status> statuses = ZavuDeliveries.statuses(name);
        if (statuses.isEmpty()) {
            throw new WireException("status", "must be one of pending, delivered, failed");
        }
        return statuses;
    }

    private static RejectedException notFound(String id) {
        return new RejectedException(new Rejection.NotFound(Rejection.Resource.WEBHOOK_DELIVERY, id));
    }
}
