package io.stele.server.api.kapso;

import io.micronaut.http.HttpRequest;
import io.stele.adapters.WireException;
import io.stele.adapters.kapso.webhook.KapsoEvent;
import io.stele.adapters.kapso.webhook.TestPayloads;
import io.stele.contracts.kapso.WebhookTestRequest;
import io.stele.core.channel.Endpoint;
import io.stele.core.identity.KsuidGenerator;
import io.stele.core.message.MessageId;
import io.stele.core.project.Principal;
import io.stele.core.refusal.RejectedException;
import io.stele.core.refusal.Rejection;
import io.stele.core.webhook.NewDelivery;
import io.stele.core.webhook.Payload;
import io.stele.core.webhook.Webhook;
import io.stele.core.webhook.WebhookDeliveries;
import io.stele.core.webhook.WebhookForm;
import io.stele.server.http.Strictness;
import io.stele.server.http.WireReader;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tests webhooks with events that did not happen (contract §3.7). */
@Singleton
final class WebhookTests {

    private static final String EVENT_TYPE = "event_type";

    private final WireReader wire;
    private final Numbers numbers;
    private final ProjectWebhooks webhooks;
    private final TestPayloads payloads;
    private final WebhookDeliveries deliveries;
    private final KsuidGenerator ids;
    private final InstantSource clock;

    WebhookTests(
            WireReader wire,
            Numbers numbers,
            ProjectWebhooks webhooks,
            TestPayloads payloads,
            WebhookDeliveries deliveries,
            KsuidGenerator ids,
            InstantSource clock) {
        this.wire = wire;
        this.numbers = numbers;
        this.webhooks = webhooks;
        this.payloads = payloads;
        this.deliveries = deliveries;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Puts the test among what is to be sent, durably.
     *
     * @throws WireException when the webhook cannot be told of the event
     * @throws RejectedException when the webhook is not active, or is gone
     */
    void send(Principal principal, Webhook webhook, HttpRequest<?> request, byte @Nullable [] body) {
        KapsoEvent event = event(webhook, eventType(request, body));
        if (!webhook.active()) {
            throw wrongState("The webhook is not active");
        }
        Endpoint number = webhooks.number(webhook)
                .or(() -> numbers.all(principal).stream().findFirst())
                .orElseThrow(() -> wrongState("The project has no phone number to test with"));
        Instant now = clock.instant();
        Payload payload = payloads.of(webhook, number, event, new MessageId(ids.next()), now)
                .orElseThrow(() -> new WireException(EVENT_TYPE, "must be an event that the webhook is told of"));
        NewDelivery delivery = new NewDelivery(
                webhook.id(),
                UUID.randomUUID(),
                0,
                payload,
                number.id(),
                null,
                payloads.buffering(payload, webhook).orElse(null),
                now);
        if (deliveries.send(webhook.scope(), delivery).isEmpty()) {
            throw new RejectedException(new Rejection.NotFound(
                    Rejection.Resource.WEBHOOK, webhook.id().value().toString()));
        }
    }

    /** Scripts put it into the query, with or without an empty body. */
    private Optional<String> eventType(HttpRequest<?> request, byte @Nullable [] body) {
        Optional<String> inQuery = new Query(request).text(EVENT_TYPE);
        if (body == null || body.length == 0) {
            return inQuery;
        }
        return Optional.ofNullable(
                        wire.read(request, body, WebhookTestRequest.class, Strictness.EXACT).eventType())
                .or(() -> inQuery);
    }

    /** A webhook in Meta's form is told of a message when nothing is said: it asks for no events by name. */
    private static KapsoEvent event(Webhook webhook, Optional<String> name) {
        boolean isMeta = webhook.form() instanceof WebhookForm.Meta;
        if (name.isEmpty()) {
            if (isMeta) {
                return KapsoEvent.MESSAGE_RECEIVED;
            }
            throw new WireException(EVENT_TYPE, "is required");
        }
        if (!isMeta && !webhook.events().contains(name.get())) {
            throw new WireException(EVENT_TYPE, "must be an event that the webhook is told of");
        }
        return KapsoEvent.of(name.get())
                .orElseThrow(() -> new WireException(EVENT_TYPE, "must be an event that this server sends"));
    }

    private static RejectedException wrongState(String reason) {
        return new RejectedException(new Rejection.WrongState(reason));
    }
}
