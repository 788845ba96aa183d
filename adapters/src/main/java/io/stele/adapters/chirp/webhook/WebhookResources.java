package io.stele.adapters.chirp.webhook;

import io.micronaut.json.tree.JsonNode;
import io.stele.adapters.Timestamps;
import io.stele.adapters.chirp.ChirpIds;
import io.stele.adapters.json.JsonTexts;
import io.stele.contracts.chirp.WebhookDeliveryResource;
import io.stele.contracts.chirp.WebhookResource;
import io.stele.core.project.AppId;
import io.stele.core.webhook.Webhook;
import io.stele.core.webhook.WebhookAttempt;
import io.stele.core.webhook.WebhookDelivery;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Shows webhooks as Chirp does (contract §3.9), and what they were told in the same style. */
@Singleton
public final class WebhookResources {

    private final JsonTexts texts;

    WebhookResources(JsonTexts texts) {
        this.texts = texts;
    }

    /** The webhook. */
    public WebhookResource of(Webhook webhook, AppId app) {
        return resource(webhook, app, null);
    }

    /** The webhook with its secret, as it is shown when it has been made. */
    public WebhookResource made(Webhook webhook, AppId app) {
        return resource(webhook, app, webhook.secret());
    }

    private static WebhookResource resource(Webhook webhook, AppId app, @Nullable String secret) {
        return new WebhookResource(
                ChirpIds.webhook(webhook.id(), webhook.scope().mode()),
                ChirpIds.app(app, webhook.scope().mode()),
                webhook.url(),
                List.copyOf(webhook.events()),
                webhook.headers(),
                Timestamps.milliseconds(webhook.createdAt()),
                Timestamps.milliseconds(webhook.updatedAt()),
                secret);
    }

    /** A delivery, one of many. */
    public WebhookDeliveryResource brief(WebhookDelivery delivery) {
        return resource(delivery, null, null);
    }

    /** A delivery with what is sent and each attempt. */
    public WebhookDeliveryResource whole(WebhookDelivery delivery, List<WebhookAttempt> attempts) {
        return resource(
                delivery,
                texts.read(delivery.body()).orElse(null),
                attempts.stream().map(WebhookResources::attempt).toList());
    }

    /** The states of this name; none for any other text. */
    public static Set<WebhookDelivery.Status> statuses(String name) {
        Set<WebhookDelivery.Status> statuses = EnumSet.noneOf(WebhookDelivery.Status.class);
        Arrays.stream(WebhookDelivery.Status.values())
                .filter(status -> name(status).equals(name))
                .forEach(statuses::add);
        return statuses;
    }

    private static String name(WebhookDelivery.Status status) {
        return switch (status) {
            case BUFFERED, BATCHED, PENDING -> "PENDING";
            case DELIVERED -> "DELIVERED";
            case FAILED -> "FAILED";
        };
    }

    private static WebhookDeliveryResource resource(
            WebhookDelivery delivery,
            @Nullable JsonNode payload,
            @Nullable List<WebhookDeliveryResource.Attempt> attempts) {
        return new WebhookDeliveryResource(
                delivery.id().toString(),
                ChirpIds.webhook(delivery.webhook(), delivery.scope().mode()),
                delivery.eventId().toString(),
                delivery.event(),
                name(delivery.status()),
                delivery.attempts(),
                Timestamps.millisecondsOrNull(delivery.dueAt()),
                Timestamps.millisecondsOrNull(delivery.lastAttemptAt()),
                Timestamps.millisecondsOrNull(delivery.settledAt()),
                delivery.answerStatus(),
                Timestamps.milliseconds(delivery.createdAt()),
                payload,
                attempts);
    }

    private static WebhookDeliveryResource.Attempt attempt(WebhookAttempt attempt) {
        return new WebhookDeliveryResource.Attempt(
                attempt.number(),
                Timestamps.milliseconds(attempt.at()),
                attempt.latency().toMillis(),
                attempt.status(),
                attempt.answer(),
                attempt.error());
    }
}
