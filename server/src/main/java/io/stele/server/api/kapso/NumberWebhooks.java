package io.stele.server.api.kapso;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.stele.adapters.WireException;
import io.stele.adapters.kapso.webhook.KapsoWebhookWish;
import io.stele.contracts.kapso.DataResponse;
import io.stele.core.channel.Endpoint;
import io.stele.core.project.Principal;
import io.stele.core.refusal.RejectedException;
import io.stele.core.refusal.Rejection;
import io.stele.core.webhook.Webhook;
import io.stele.core.webhook.WebhookTarget;
import org.jspecify.annotations.Nullable;

/** The webhooks of a number (contract §3.7). Those of one that is disconnected can still be read, changed and removed. */
@Controller(Paths.PLATFORM + "/phone_numbers/{phoneNumberId}/webhooks")
@ExecuteOn(TaskExecutors.BLOCKING)
final class NumberWebhooks {

    private final Numbers numbers;
    private final ProjectWebhooks webhooks;
    private final ShownWebhooks shown;

    NumberWebhooks(Numbers numbers, ProjectWebhooks webhooks, ShownWebhooks shown) {
        this.numbers = numbers;
        this.webhooks = webhooks;
        this.shown = shown;
    }

    @Get
    HttpResponse<?> list(HttpRequest<?> request, Principal principal, @PathVariable String phoneNumberId) {
        Endpoint number = numbers.number(principal, phoneNumberId);
        return shown.page(
                request,
                webhooks.all(principal.scope()).stream()
                        .filter(webhook -> isOf(number, webhook))
                        .toList());
    }

    @Post
    @Consumes(MediaType.ALL)
    HttpResponse<?> add(
            HttpRequest<?> request,
            Principal principal,
            @PathVariable String phoneNumberId,
            @Body byte @Nullable [] body) {
        Endpoint number = numbers.connected(principal, phoneNumberId);
        KapsoWebhookWish wish = webhooks.wish(request, body);
        if (wish.phoneNumberId() != null && !wish.phoneNumberId().equals(phoneNumberId)) {
            throw new WireException(KapsoWebhookWish.WRAPPER + ".phone_number_id", "must be the one in the path");
        }
        return shown.made(webhooks.add(principal, number.id(), wish));
    }

    @Get("/{webhookId}")
    DataResponse<io.stele.contracts.kapso.Webhook> get(
            Principal principal, @PathVariable String phoneNumberId, @PathVariable String webhookId) {
        return shown.one(webhook(principal, phoneNumberId, webhookId));
    }

    @Patch("/{webhookId}")
    @Consumes(MediaType.ALL)
    DataResponse<io.stele.contracts.kapso.Webhook> change(
            HttpRequest<?> request,
            Principal principal,
            @PathVariable String phoneNumberId,
            @PathVariable String webhookId,
            @Body byte @Nullable [] body) {
        Webhook webhook = webhook(principal, phoneNumberId, webhookId);
        return shown.one(webhooks.change(webhook, webhooks.wish(request, body)));
    }

    @Delete("/{webhookId}")
    HttpResponse<?> remove(Principal principal, @PathVariable String phoneNumberId, @PathVariable String webhookId) {
        webhooks.remove(webhook(principal, phoneNumberId, webhookId));
        return HttpResponse.noContent();
    }

    private Webhook webhook(Principal principal, String phoneNumberId, String id) {
        Endpoint number = numbers.number(principal, phoneNumberId);
        Webhook webhook = webhooks.webhook(principal.scope(), id);
        if (!isOf(number, webhook)) {
            throw new RejectedException(new Rejection.NotFound(Rejection.Resource.WEBHOOK, id));
        }
        return webhook;
    }

    private static boolean isOf(Endpoint number, Webhook webhook) {
        return webhook.target().equals(new WebhookTarget.OfEndpoint(number.id()));
    }
}
