package io.stele.adapters.zavu.webhook;

import io.micronaut.json.tree.JsonNode;
import io.stele.adapters.Timestamps;
import io.stele.adapters.json.JsonTexts;
import io.stele.adapters.zavu.ZavuIds;
import io.stele.contracts.zavu.ZavuWebhookDelivery;
import io.stele.core.webhook.WebhookAttempt;
import io.stele.core.webhook.WebhookDelivery;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Shows what webhooks were told, in the style of Zavu's resources. */
@Singleton
public final class ZavuDeliveries {

    private final JsonTexts texts;

    ZavuDeliveries(JsonTexts texts) {
        this.texts = texts;
    }

    /** One of many. */
    public ZavuWebhookDelivery brief(WebhookDelivery delivery) {
        return resource(delivery, payload(delivery), null, null);
    }

    /** One with what is sent and each attempt. */
    public ZavuWebhookDelivery whole(WebhookDelivery delivery, List<WebhookAttempt> attempts) {
        JsonNode payload = payload(delivery);
        return resource(delivery, payload, payload, attempts.stream().map(ZavuDeliveries::attempt).toList());
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
            case BUFFERED, BATCHED, PENDING -> "pending";
            case DELIVERED -> "delivered";
            case FAILED -> "failed";
        };
    }

    /** Null for that of an event that could not be put into words. */
    private @Nullable JsonNode payload(WebhookDelivery delivery) {
        return texts.read(delivery.body()).orElse(null);
    }

    private static ZavuWebhookDelivery resource(
            WebhookDelivery delivery,
            @Nullable JsonNode told,
            @Nullable JsonNode payload,
            @Nullable List<ZavuWebhookDelivery.Attempt> attempts) {
        return new ZavuWebhookDelivery(
                ZavuIds.text(delivery.id()),
                eventId(delivery, told),
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

    private static String eventId(WebhookDelivery delivery, @Nullable JsonNode told) {
        JsonNode id = told == null ? null : told.get("id");
        return id != null && id.isString() ? id.getStringValue() : ZavuIds.text(delivery.eventId());
    }

    private static ZavuWebhookDelivery.Attempt attempt(WebhookAttempt attempt) {
        return new ZavuWebhookDelivery.Attempt(
                attempt.number(),
                Timestamps.milliseconds(attempt.at()),
                attempt.latency().toMillis(),
                attempt.status(),
                attempt.answer(),
                attempt.error());
    }
}
