package io.stele.server.api.chirp;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.stele.contracts.chirp.ActionMessage;
import io.stele.contracts.chirp.WebhookDeliveryList;
import io.stele.contracts.chirp.WebhookDeliveryResource;
import io.stele.contracts.chirp.WebhookList;
import io.stele.contracts.chirp.WebhookResource;
import io.stele.core.project.Principal;
import org.jspecify.annotations.Nullable;

/** An app's own webhooks (contract §3.9), and what they were told. */
@Controller("/v1/webhooks")
@ExecuteOn(TaskExecutors.BLOCKING)
final class AppWebhookController {

    private final AppWebhooks webhooks;
    private final AppWebhookDeliveries deliveries;

    AppWebhookController(AppWebhooks webhooks, AppWebhookDeliveries deliveries) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
    }

    @Get
    WebhookList list(HttpRequest<?> request, Principal principal) {
        return webhooks.list(CallersApps.own(principal), request);
    }

    @Post
    @Consumes(MediaType.ALL)
    HttpResponse<WebhookResource> create(
            HttpRequest<?> request, Principal principal, @Body byte @Nullable [] body) {
        return HttpResponse.created(webhooks.create(CallersApps.own(principal), request, body));
    }

    @Get("/{webhookId}")
    WebhookResource get(Principal principal, @PathVariable String webhookId) {
        return webhooks.get(CallersApps.own(principal), webhookId);
    }

    @Put("/{webhookId}")
    @Consumes(MediaType.ALL)
    WebhookResource change(
            HttpRequest<?> request,
            Principal principal,
            @PathVariable String webhookId,
            @Body byte @Nullable [] body) {
        return webhooks.change(CallersApps.own(principal), webhookId, request, body);
    }

    @Delete("/{webhookId}")
    @Consumes(MediaType.ALL)
    ActionMessage delete(Principal principal, @PathVariable String webhookId) {
        return webhooks.delete(CallersApps.own(principal), webhookId);
    }

    @Get("/{webhookId}/deliveries")
    WebhookDeliveryList deliveries(
            HttpRequest<?> request, Principal principal, @PathVariable String webhookId) {
        return deliveries.list(CallersApps.own(principal), webhookId, request);
    }

    @Get("/{webhookId}/deliveries/{deliveryId}")
    WebhookDeliveryResource delivery(
            Principal principal, @PathVariable String webhookId, @PathVariable String deliveryId) {
        return deliveries.get(CallersApps.own(principal), webhookId, deliveryId);
    }

    @Post("/{webhookId}/deliveries/{deliveryId}/replay")
    @Consumes(MediaType.ALL)
    HttpResponse<WebhookDeliveryResource> replay(
            Principal principal, @PathVariable String webhookId, @PathVariable String deliveryId) {
        return HttpResponse.accepted().body(deliveries.replay(CallersApps.own(principal), webhookId, deliveryId));
    }
}
