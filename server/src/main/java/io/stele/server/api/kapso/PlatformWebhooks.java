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
import io.stele.adapters.kapso.webhook.KapsoWebhookWish;
import io.stele.contracts.kapso.DataResponse;
import io.stele.contracts.kapso.graph.SuccessResponse;
import io.stele.core.project.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All webhooks of the project, its own and those of its numbers (contract §3.7). */
@Controller(Paths.PLATFORM + "/webhooks")
@ExecuteOn(TaskExecutors.BLOCKING)
final class PlatformWebhooks {

    private final Numbers numbers;
    private final ProjectWebhooks webhooks;
    private final WebhookTests tests;
    private final ShownWebhooks shown;

    PlatformWebhooks(Numbers numbers, ProjectWebhooks webhooks, WebhookTests tests, ShownWebhooks shown) {
        this.numbers = numbers;
        this.webhooks = webhooks;
        this.tests = tests;
        this.shown = shown;
    }

    @Get
    HttpResponse<?> list(HttpRequest<?> request, Principal principal) {
        return shown.page(request, webhooks.all(principal.scope()));
    }

    /** With a number's id it is that number's. */
    @Post
    @Consumes(MediaType.ALL)
    HttpResponse<?> add(HttpRequest<?> request, Principal principal, @Body byte @Nullable [] body) {
        KapsoWebhookWish wish = webhooks.wish(request, body);
        String number = wish.phoneNumberId();
        return shown.made(
                number == null
                        ? Optional.of(webhooks.add(principal, wish))
                        : webhooks.add(principal, numbers.connected(principal, number).id(), wish));
    }

    @Get("/{webhookId}")
    DataResponse<io.stele.contracts.kapso.Webhook> get(Principal principal, @PathVariable String webhookId) {
        return shown.one(webhooks.webhook(principal.scope(), webhookId));
    }

    @Patch("/{webhookId}")
    @Consumes(MediaType.ALL)
    DataResponse<io.stele.contracts.kapso.Webhook> change(
            HttpRequest<?> request,
            Principal principal,
            @PathVariable String webhookId,
            @Body byte @Nullable [] body) {
        return shown.one(webhooks.change(
                webhooks.webhook(principal.scope(), webhookId), webhooks.wish(request, body)));
    }

    @Delete("/{webhookId}")
    HttpResponse<?> remove(Principal principal, @PathVariable String webhookId) {
        webhooks.remove(webhooks.webhook(principal.scope(), webhookId));
        return HttpResponse.noContent();
    }

    /** Sends an event that did not happen. The body is taken with the request, since it need not be there. */
    @Post("/{webhookId}/test")
    @Consumes(MediaType.ALL)
    DataResponse<SuccessResponse> test(
            HttpRequest<byte[]> request, Principal principal, @PathVariable String webhookId) {
        tests.send(principal, webhooks.webhook(principal.scope(), webhookId), request, request.getBody().orElse(null));
        return new DataResponse<>(new SuccessResponse(true));
    }
}
