package io.stele.adapters.webhook;

import io.stele.core.identity.Ksuid;
import io.stele.core.project.Mode;
import io.stele.core.webhook.WebhookDelivery;
import io.stele.core.webhook.WebhookId;
import java.util.UUID;

/** Deliveries to be sent. */
public final class Deliveries {

    public static final WebhookId WEBHOOK = new WebhookId(new Ksuid(9, 9, 9));
    public static final UUID EVENT_ID = UUID.fromString("6f1c2a30-51a4-3c0e-9a77-0c1d2e3f4a5b");

    private Deliveries() {}

    public static WebhookDelivery of(String event, String body) {
        return new WebhookDelivery(
                new UUID(0, 1),
                Views.scope(Mode.LIVE),
                WEBHOOK,
                EVENT_ID,
                7,
                event,
                body,
                Views.ENDPOINT,
                Views.THEIRS.value(),
                WebhookDelivery.Status.PENDING,
                0,
                Views.AT,
                null,
                null,
                null,
                Views.AT);
    }
}
