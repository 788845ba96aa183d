package io.stele.adapters.kapso.webhook;

import io.stele.adapters.kapso.Samples;
import io.stele.core.identity.Ksuid;
import io.stele.core.webhook.Payload;
import io.stele.core.webhook.Webhook;
import io.stele.core.webhook.WebhookDelivery;
import io.stele.core.webhook.WebhookForm;
import io.stele.core.webhook.WebhookId;
import io.stele.core.webhook.WebhookTarget;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Webhooks, and what is on its way to them. */
final class Hooks {

    static final String SECRET = "kapso-test-secret-ü";
    static final WebhookTarget NUMBER = new WebhookTarget.OfEndpoint(Samples.ENDPOINT);
    static final WebhookTarget PROJECT = new WebhookTarget.OfProject();
    static final Set<String> ALL =
            Arrays.stream(KapsoEvent.values()).map(KapsoEvent::word).collect(Collectors.toUnmodifiableSet());
    static final KapsoWebhookFlavour KAPSO = Samples.BEANS.getBean(KapsoWebhookFlavour.class);
    static final MetaWebhookFlavour META = Samples.BEANS.getBean(MetaWebhookFlavour.class);

    private Hooks() {}

    static Webhook kapso(WebhookTarget target, Set<String> events) {
        return kapso(target, events, new WebhookForm.Buffering(false, Duration.ofSeconds(5), 50, Set.of()));
    }

    static Webhook kapso(WebhookTarget target, Set<String> events, WebhookForm.Buffering buffering) {
        return webhook(target, new WebhookForm.Kapso(buffering, Duration.ofMinutes(60), "v1"), events, SECRET, Map.of());
    }

    static Webhook meta(WebhookTarget target) {
        return webhook(target, new WebhookForm.Meta(), Set.of(), SECRET, Map.of());
    }

    static Webhook webhook(
            WebhookTarget target,
            WebhookForm form,
            Set<String> events,
            @Nullable String secret,
            Map<String, String> headers) {
        return new Webhook(
                new WebhookId(new Ksuid(1, 1, 1)),
                Samples.SCOPE,
                target,
                form,
                "https://receiver.example.com/kapso",
                events,
                true,
                headers,
                secret,
                Samples.AT,
                Samples.AT);
    }

    static WebhookDelivery delivery(Payload payload, long position) {
        return new WebhookDelivery(
                new UUID(9, position),
                Samples.SCOPE,
                new WebhookId(new Ksuid(1, 1, 1)),
                Happenings.EVENT,
                position,
                payload.event(),
                payload.body(),
                Samples.ENDPOINT,
                Samples.CUSTOMER.value(),
                WebhookDelivery.Status.PENDING,
                0,
                Samples.AT,
                null,
                null,
                null,
                Samples.AT);
    }
}
