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

/** The webhooks of an organization's apps (contract §4.4), and what they were told. */
@Controller("/v1/organization/apps/{appId}/webhooks")
@ExecuteOn(TaskExecutors.BLOCKING)
final class OrganizationWebhookController {

    private final AppWebhooks webhooks;
    private final AppWebhookDeliveries deliveries;
    private final CallersApps apps;

    OrganizationWebhookController(AppWebhooks webhooks, AppWebhookDeliveries deliveries, CallersApps apps) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.apps = apps;
    }

    @Get
    WebhookList list(HttpRequest<?> request, Principal principal, @PathVariable String appId) {
        return webhooks.list(apps.named(principal, appId), request);
    }

    @Post
    @Consumes(MediaType.ALL)
    HttpResponse<WebhookResource> create(
            HttpRequest<?> request, Principal principal, @PathVariable String appId, @Body byte @Nullable [] body) {
        return HttpResponse.created(webhooks.create(apps.named(principal, appId), request, body));
    }

    @Get("/{webhookId}")
    WebhookResource get(Principal principal, @PathVariable String appId, @PathVariable String webhookId) {
        return webhooks.get(apps.named(principal, appId), webhookId);
    }

    @Put("/{webhookId}")
    @Consumes(MediaType.ALL)
    WebhookResource change(
            HttpRequest<?> request,
            Principal principal, @PathVariable String appId,
            @PathVariable String webhookId,
            @Body byte @Nullable [] body) {
        return webhooks.change(apps.named(principal, appId), webhookId, request, body);
    }

    @Delete("/{webhookId}")
    @Consumes(MediaType.ALL)
    ActionMessage delete(Principal principal, @PathVariable String appId, @PathVariable String webhookId) {
        return webhooks.delete(apps.named(principal, appId), webhookId);
    }

    @Get("/{webhookId}/deliveries")
    WebhookDeliveryList deliveries(
            HttpRequest<?> request, Principal principal, @PathVariable String appId, @PathVariable String webhookId) {
        return deliveries.list(apps.named(principal, appId), webhookId, request);
    }

    @Get("/{webhookId}/deliveries/{deliveryId}")
    WebhookDeliveryResource delivery(
            Principal principal, @PathVariable String appId, @PathVariable String webhookId, @PathVariable String deliveryId) {
        return deliveries.get(apps.named(principal, appId), webhookId, deliveryId);
    }

    @Post("/{webhookId}/deliveries/{deliveryId}/replay")
    @Consumes(MediaType.ALL)
    HttpResponse<WebhookDeliveryResource> replay(
            Principal principal, @PathVariable String appId, @PathVariable String webhookId, @PathVariable String deliveryId) {
        return HttpResponse.accepted().body(deliveries.replay(apps.named(principal, appId), webhookId, deliveryId));
    }
}
