package io.stele.core.webhook;

import io.stele.core.example.Examples;
import io.stele.core.identity.Ksuid;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Webhooks of the example project, and what waits for them. */
final class Deliverable {

    private Deliverable() {}

    static Webhook webhook(int number) {
        return new Webhook(
                new WebhookId(new Ksuid(3, 0, number)),
                Examples.SCOPE,
                new WebhookTarget.OfProject(),
                new WebhookForm.Chirp(),
                "https://receiver-" + number + ".example/hook",
                Set.of(),
                true,
                Map.of(),
                null,
                Examples.NOW,
                Examples.NOW);
    }

    static WebhookDelivery delivery(Webhook webhook, int number) {
        return delivery(webhook, number, "message.received");
    }

    static WebhookDelivery delivery(Webhook webhook, int number, String event) {
        return new WebhookDelivery(
                new UUID(7, number),
                Examples.SCOPE,
                webhook.id(),
                new UUID(8, number),
                number,
                event,
                "{\"text\":\"¿" + number + "?\"}",
                null,
                null,
                WebhookDelivery.Status.PENDING,
                0,
                Examples.NOW,
                null,
                null,
                null,
                Examples.NOW);
    }

    static WebhookClaim claim(int attempt) {
        Webhook webhook = webhook(1);
        return claim(webhook, delivery(webhook, 1), attempt, 0);
    }

    static WebhookClaim claim(Webhook webhook, WebhookDelivery delivery, int attempt, int batched) {
        return new WebhookClaim(webhook, delivery, new UUID(9, attempt), attempt, batched);
    }
}
