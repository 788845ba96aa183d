package io.stele.adapters.kapso.webhook;

import io.micronaut.json.tree.JsonNode;
import io.stele.adapters.json.JsonTexts;
import io.stele.adapters.kapso.KapsoIds;
import io.stele.adapters.kapso.Timestamps;
import io.stele.contracts.kapso.WebhookDelivery.Attempt;
import io.stele.core.channel.EndpointId;
import io.stele.core.webhook.Webhook;
import io.stele.core.webhook.WebhookAttempt;
import io.stele.core.webhook.WebhookDelivery;
import io.stele.core.webhook.WebhookForm;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Shows webhooks, and what they were told, as the platform does (contract sections 3.7 and 3.8). */
@Singleton
public final class WebhookResources {

    private final JsonTexts texts;

    WebhookResources(JsonTexts texts) {
        this.texts = texts;
    }

    /** Whether it is Kapso's, in either kind. */
    public static boolean isKapsos(Webhook webhook) {
        return switch (webhook.form()) {
            case WebhookForm.Kapso _, WebhookForm.Meta _ -> true;
            case WebhookForm.Zavu _, WebhookForm.Chirp _ -> false;
        };
    }

    /** The webhook's kind in Kapso's words. */
    public static String kind(Webhook webhook) {
        return webhook.form() instanceof WebhookForm.Meta ? "meta" : "kapso";
    }

    /**
     * The webhook, with its secret (contract section 3.7). One of the kind meta shows what is usual where that means nothing to it.
     *
     * @param phoneNumberId Meta's id of its number; null when it has none
     */
    public io.stele.contracts.kapso.Webhook webhook(Webhook webhook, @Nullable String phoneNumberId) {
        WebhookForm.Kapso form =
                webhook.form() instanceof WebhookForm.Kapso kapso ? kapso : KapsoWebhookWish.USUAL;
        return new io.stele.contracts.kapso.Webhook(
                webhook.id().value().toString(),
                webhook.url(),
                kind(webhook),
                webhook.secret(),
                List.copyOf(webhook.events()),
                webhook.active(),
                form.buffering().enabled(),
                Math.toIntExact(form.buffering().window().toSeconds()),
                form.buffering().mostMessages(),
                form.buffering().events().stream().sorted().toList(),
                Math.toIntExact(form.silence().toMinutes()),
                webhook.headers(),
                form.payloadVersion(),
                phoneNumberId,
                webhook.scope().project().value().toString(),
                Timestamps.iso(webhook.createdAt()),
                Timestamps.iso(webhook.updatedAt()));
    }

    /**
     * A delivery, one of many.
     *
     * @param url its webhook's
     * @param numbers Meta's id of a number, null when it has none
     */
    public io.stele.contracts.kapso.WebhookDelivery brief(
            WebhookDelivery delivery, String url, Function<EndpointId, @Nullable String> numbers) {
        return resource(delivery, url, numbers, null, null);
    }

    /** A delivery with what is sent and each attempt; otherwise as {@link #brief}. */
    public io.stele.contracts.kapso.WebhookDelivery whole(
            WebhookDelivery delivery,
            String url,
            Function<EndpointId, @Nullable String> numbers,
            List<WebhookAttempt> attempts) {
        return resource(
                delivery,
                url,
                numbers,
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
            case BUFFERED, BATCHED, PENDING -> "pending";
            case DELIVERED -> "delivered";
            case FAILED -> "failed";
        };
    }

    private static io.stele.contracts.kapso.WebhookDelivery resource(
            WebhookDelivery delivery,
            String url,
            Function<EndpointId, @Nullable String> numbers,
            @Nullable JsonNode payload,
            @Nullable List<Attempt> attempts) {
        EndpointId endpoint = delivery.endpoint();
        return new io.stele.contracts.kapso.WebhookDelivery(
                delivery.id().toString(),
                delivery.event(),
                name(delivery.status()),
                delivery.answerStatus(),
                Timestamps.iso(settledAs(WebhookDelivery.Status.DELIVERED, delivery)),
                Timestamps.iso(settledAs(WebhookDelivery.Status.FAILED, delivery)),
                Timestamps.iso(delivery.lastAttemptAt()),
                delivery.attempts(),
                Timestamps.iso(delivery.createdAt()),
                delivery.webhook().value().toString(),
                url,
                endpoint == null ? null : KapsoIds.configuration(endpoint).toString(),
                endpoint == null ? null : numbers.apply(endpoint),
                digits(delivery.person()),
                delivery.eventId().toString(),
                Timestamps.iso(delivery.dueAt()),
                payload,
                attempts);
    }

    private static @Nullable Instant settledAs(WebhookDelivery.Status status, WebhookDelivery delivery) {
        return delivery.status() == status ? delivery.settledAt() : null;
    }

    private static @Nullable String digits(@Nullable String person) {
        return person != null && person.startsWith("+") ? person.substring(1) : null;
    }

    private static Attempt attempt(WebhookAttempt attempt) {
        return new Attempt(
                attempt.number(),
                Timestamps.iso(attempt.at()),
                attempt.latency().toMillis(),
                attempt.status(),
                attempt.answer(),
                attempt.error());
    }
}
