package io.stele.adapters.kapso.webhook;

import io.micronaut.json.tree.JsonNode;
import io.stele.adapters.json.JavaScriptJson;
import io.stele.adapters.json.JsonRecords;
import io.stele.adapters.json.JsonTexts;
import io.stele.contracts.kapso.webhook.BatchInfo;
import io.stele.core.webhook.EventView;
import io.stele.core.webhook.Payload;
import io.stele.core.webhook.RetrySchedule;
import io.stele.core.webhook.SilenceView;
import io.stele.core.webhook.Webhook;
import io.stele.core.webhook.WebhookDelivery;
import io.stele.core.webhook.WebhookFlavour;
import io.stele.core.webhook.WebhookForm;
import io.stele.core.webhook.WebhookTarget;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Kapso's own events, in the second version of their payloads (contract sections 4.2 to 4.6).
 *
 * <p>Order is promised of messages received and sent in one conversation, and of nothing else. Messages received can be
 * told together. Members that have nothing to hold are left out, so that a person or a conversation that has been erased is no obstacle.
 */
@Singleton
public final class KapsoWebhookFlavour implements WebhookFlavour {

    private static final String PAYLOAD_VERSION = "v2";

    private final KapsoTellings tellings;
    private final JsonRecords records;
    private final JsonTexts texts;

    KapsoWebhookFlavour(KapsoTellings tellings, JsonRecords records, JsonTexts texts) {
        this.tellings = tellings;
        this.records = records;
        this.texts = texts;
    }

    @Override
    public List<Payload> payloads(EventView view, Webhook webhook) {
        return tellings.of(view).filter(telling -> wants(webhook, telling.event())).map(this::payload).stream().toList();
    }

    @Override
    public Optional<Duration> watchedSilence(Webhook webhook) {
        return wants(webhook, KapsoEvent.CONVERSATION_INACTIVE)
                ? Optional.of(form(webhook).silence())
                : Optional.empty();
    }

    @Override
    public Optional<Payload> silence(SilenceView view, Webhook webhook) {
        return tellings.of(view, form(webhook).silence())
                .filter(telling -> wants(webhook, telling.event()))
                .map(this::payload);
    }

    /** Only messages received can be collected; a webhook that collects and does not say what collects those. */
    @Override
    public Optional<WebhookForm.Buffering> buffering(Payload payload, Webhook webhook) {
        WebhookForm.Buffering buffering = form(webhook).buffering();
        boolean collected = buffering.enabled()
                && KapsoEvent.of(payload.event()).filter(KapsoEvent::canBeBuffered).isPresent()
                && (buffering.events().isEmpty() || buffering.events().contains(payload.event()));
        return collected ? Optional.of(buffering) : Optional.empty();
    }

    /** The bodies are put together as they are: what the batch holds is what each would have been alone. */
    @Override
    public Payload batch(List<WebhookDelivery> members, Webhook webhook) {
        WebhookDelivery first = members.getFirst();
        UUID conversation = conversation(first.body());
        BatchInfo info = new BatchInfo(
                members.size(),
                form(webhook).buffering().window().toMillis(),
                first.position(),
                members.getLast().position(),
                conversation == null ? null : conversation.toString());
        String body = "{\"type\":" + JavaScriptJson.text(JsonNode.createStringNode(first.event())) + ",\"batch\":true,\"data\":"
                + members.stream().map(WebhookDelivery::body).collect(Collectors.joining(",", "[", "]"))
                + ",\"batch_info\":" + text(info) + "}";
        return new Payload(first.event(), body, conversation);
    }

    @Override
    public Map<String, String> headers(
            Webhook webhook, WebhookDelivery delivery, byte[] body, int batched, Instant at) {
        RequestHeaders headers = new RequestHeaders(webhook)
                .with(RequestHeaders.EVENT, delivery.event())
                .with(RequestHeaders.IDEMPOTENCY_KEY, delivery.eventId().toString())
                .with(RequestHeaders.PAYLOAD_VERSION, PAYLOAD_VERSION);
        String secret = webhook.secret();
        if (secret != null && !secret.isEmpty()) {
            headers.with(RequestHeaders.SIGNATURE, Signatures.hmac(secret, body));
        }
        if (batched > 0) {
            headers.with(RequestHeaders.BATCH, "true").with(RequestHeaders.BATCH_SIZE, Integer.toString(batched));
        }
        return headers.all();
    }

    @Override
    public RetrySchedule schedule() {
        return Retries.SCHEDULE;
    }

    private Payload payload(Telling telling) {
        return new Payload(telling.event().word(), text(telling.record().get()), telling.lane());
    }

    private String text(Object record) {
        return JavaScriptJson.text(records.tree(record));
    }

    /** Webhooks of a project hear of its numbers, all others of what goes on at one. */
    private static boolean wants(Webhook webhook, KapsoEvent event) {
        KapsoEvent.Level level =
                switch (webhook.target()) {
                    case WebhookTarget.OfProject _ -> KapsoEvent.Level.PROJECT;
                    case WebhookTarget.OfEndpoint _, WebhookTarget.OfSender _, WebhookTarget.OfApp _ ->
                        KapsoEvent.Level.NUMBER;
                };
        return event.level() == level && webhook.events().contains(event.word());
    }

    private static WebhookForm.Kapso form(Webhook webhook) {
        if (webhook.form() instanceof WebhookForm.Kapso form) {
            return form;
        }
        throw new IllegalArgumentException("a webhook of Kapso's form");
    }

    /** The conversation of a message's event, as the body names it; null when the body is nested too deep to be read. */
    private @Nullable UUID conversation(String body) {
        return texts.read(body)
                .map(event -> event.get("message"))
                .map(message -> message.get("kapso"))
                .map(kapso -> kapso.get("whatsapp_conversation_id"))
                .filter(JsonNode::isString)
                .map(JsonNode::getStringValue)
                .map(UUID::fromString)
                .orElse(null);
    }
}
