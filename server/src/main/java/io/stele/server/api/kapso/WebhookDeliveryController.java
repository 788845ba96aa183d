package io.stele.server.api.kapso;

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
import io.stele.adapters.kapso.webhook.WebhookResources;
import io.stele.contracts.kapso.CursorPage;
import io.stele.contracts.kapso.DataResponse;
import io.stele.contracts.kapso.WebhookDelivery;
import io.stele.core.page.Page;
import io.stele.core.page.PageRequest;
import io.stele.core.project.Principal;
import io.stele.core.project.Scope;
import io.stele.core.refusal.RejectedException;
import io.stele.core.refusal.Rejection;
import io.stele.core.webhook.Webhook;
import io.stele.core.webhook.WebhookDeliveries;
import io.stele.core.webhook.WebhookDelivery.Status;
import io.stele.core.webhook.WebhookDeliveryFilter;
import io.stele.core.webhook.WebhookId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the project's webhooks were told (contract §3.8), of those that are there. To look at one by itself and to send it again are Stele's own;
 * Kapso has neither.
 */
@Controller(Paths.PLATFORM_ROOT + "/webhook_deliveries")
@ExecuteOn(TaskExecutors.BLOCKING)
final class WebhookDeliveryController {

    private static final Map<String, Duration> PERIODS =
            Map.of("24h", Duration.ofHours(24), "7d", Duration.ofDays(7), "30d", Duration.ofDays(30));

    private final ProjectWebhooks webhooks;
    private final WebhookDeliveries deliveries;
    private final WebhookResources resources;
    private final Numbers numbers;
    private final Cursors cursors;
    private final InstantSource clock;

    WebhookDeliveryController(
            ProjectWebhooks webhooks,
            WebhookDeliveries deliveries,
            WebhookResources resources,
            Numbers numbers,
            Cursors cursors,
            InstantSource clock) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.resources = resources;
        this.numbers = numbers;
        this.cursors = cursors;
        this.clock = clock;
    }

    /** Newest first. */
    @Get
    CursorPage<WebhookDelivery> list(HttpRequest<?> request, Principal principal) {
        Query query = new Query(request);
        Set<Status> statuses = statuses(query);
        Instant since = clock.instant().minus(period(query));
        PageRequest<UUID> wanted = cursors.deliveries(query);
        Map<WebhookId, Webhook> told = told(principal.scope(), query);
        Page<io.stele.core.webhook.WebhookDelivery> page = told.isEmpty() || statuses.isEmpty()
                ? new Page<>(List.of(), false, false)
                : deliveries.deliveries(
                        principal.scope(),
                        new WebhookDeliveryFilter(
                                told.keySet(), statuses, query.text("event").orElse(null), since),
                        wanted);
        List<WebhookDelivery> shown = page.items().stream()
                .map(delivery -> resources.brief(
                        delivery,
                        url(told, delivery),
                        endpoint -> numbers.id(principal.scope(), endpoint)))
                .toList();
        return new CursorPage<>(shown, cursors.ofDeliveries(page, io.stele.core.webhook.WebhookDelivery::id));
    }

    @Get("/{deliveryId}")
    DataResponse<WebhookDelivery> get(Principal principal, @PathVariable String deliveryId) {
        return whole(delivery(principal.scope(), deliveryId));
    }

    /** Sends it again, with the same body and key, on a schedule that begins anew. */
    @Post("/{deliveryId}/replay")
    @Consumes(MediaType.ALL)
    HttpResponse<DataResponse<WebhookDelivery>> replay(Principal principal, @PathVariable String deliveryId) {
        Told told = delivery(principal.scope(), deliveryId);
        return deliveries
                .replay(principal.scope(), told.delivery().id(), clock.instant())
                .map(again -> HttpResponse.<DataResponse<WebhookDelivery>>accepted()
                        .body(whole(new Told(told.webhook(), again))))
                .orElseThrow(() -> notFound(deliveryId));
    }

    /** A delivery with its webhook. */
    private record Told(Webhook webhook, io.stele.core.webhook.WebhookDelivery delivery) {}

    private Told delivery(Scope scope, String id) {
        return Query.uuidOf(id)
                .flatMap(uuid -> deliveries.delivery(scope, uuid))
                .flatMap(delivery ->
                        webhooks.find(scope, delivery.webhook()).map(webhook -> new Told(webhook, delivery)))
                .orElseThrow(() -> notFound(id));
    }

    private DataResponse<WebhookDelivery> whole(Told told) {
        Scope scope = told.webhook().scope();
        return new DataResponse<>(resources.whole(
                told.delivery(),
                told.webhook().url(),
                endpoint -> numbers.id(scope, endpoint),
                deliveries.attempts(scope, told.delivery().id())));
    }

    private Map<WebhookId, Webhook> told(Scope scope, Query query) {
        return query.text("webhook_id")
                .map(id -> webhooks.all(scope).stream()
                        .filter(webhook -> webhook.id().value().toString().equals(id))
                        .toList())
                .orElseGet(() -> webhooks.all(scope))
                .stream()
                .collect(Collectors.toMap(Webhook::id, Function.identity()));
    }

    private static String url(Map<WebhookId, Webhook> told, io.stele.core.webhook.WebhookDelivery delivery) {
        Webhook webhook = told.get(delivery.webhook());
        if (webhook == null) {
            throw new IllegalStateException("a delivery of a webhook that was not asked for");
        }
        return webhook.url();
    }

    private static Set<Status> statuses(Query query) {
        Set<Status> statuses = query.text("status")
                .map(WebhookDeliveryController::statuses)
                .orElseGet(() -> EnumSet.allOf(Status.class));
        if (query.truth("errors_only").orElse(false)) {
            statuses.retainAll(EnumSet.of(Status.FAILED));
        }
        return statuses;
    }

    private static Set<Status> statuses(String name) {
        Set<Status> statuses = WebhookResources.statuses(name);
        if (statuses.isEmpty()) {
            throw new WireException("status", "must be one of pending, delivered, failed");
        }
        return statuses;
    }

    private static Duration period(Query query) {
        String name = query.text("period").orElse("24h");
        Duration period = PERIODS.get(name);
        if (period == null) {
            throw new WireException("period", "must be one of 24h, 7d, 30d");
        }
        return period;
    }

    private static RejectedException notFound(String id) {
        return new RejectedException(new Rejection.NotFound(Rejection.Resource.WEBHOOK_DELIVERY, id));
    }
}
