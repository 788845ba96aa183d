package io.stele.adapters.zavu.webhook;

import io.stele.adapters.json.JavaScriptJson;
import io.stele.adapters.json.JsonRecords;
import io.stele.adapters.webhook.EachByItself;
import io.stele.adapters.webhook.RequestHeaders;
import io.stele.adapters.zavu.ZavuIds;
import io.stele.contracts.zavu.webhook.ZavuEvent;
import io.stele.core.event.LoggedEvent;
import io.stele.core.webhook.EventView;
import io.stele.core.webhook.Payload;
import io.stele.core.webhook.RetrySchedule;
import io.stele.core.webhook.Webhook;
import io.stele.core.webhook.WebhookDelivery;
import io.stele.core.webhook.WebhookForm;
import io.stele.core.webhook.WebhookForm.SignatureVersion;
import io.stele.core.webhook.WebhookTarget;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Zavu's webhooks (contract §4).
 *
 * <p>The body of an event is compact and in the form that JavaScript gives it, so that a receiver who has only the parsed body can write what
 * was signed. Its {@code id} is the same in all attempts and replays, and another for each event and name.
 */
@Singleton
public final class ZavuWebhookFlavour implements EachByItself {

    private static final RetrySchedule SCHEDULE = new RetrySchedule(
            List.of(
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(15),
                    Duration.ofHours(1),
                    Duration.ofHours(4)),
            Duration.ofSeconds(30));

    private final ZavuTellings tellings;
    private final JsonRecords records;

    ZavuWebhookFlavour(ZavuTellings tellings, JsonRecords records) {
        this.tellings = tellings;
        this.records = records;
    }

    @Override
    public List<Payload> payloads(EventView view, Webhook webhook) {
        return tellings.of(view).stream()
                .filter(telling -> webhook.events().contains(telling.type().word()))
                .map(telling -> payload(telling, view.logged(), webhook))
                .toList();
    }

    private Payload payload(Telling telling, LoggedEvent logged, Webhook webhook) {
        String type = telling.type().word();
        long moment = logged.at().toEpochMilli();
        ZavuEvent<Object> event = new ZavuEvent<>(
                "evt_" + moment + "_" + ZavuIds.text(logged.idAs(type)),
                type,
                moment,
                sender(webhook.target()),
                ZavuIds.text(logged.scope().project().value()),
                telling.data().get());
        return new Payload(type, JavaScriptJson.text(records.tree(event)), telling.lane());
    }

    private static @Nullable String sender(WebhookTarget target) {
        return switch (target) {
            case WebhookTarget.OfSender(var sender) -> ZavuIds.text(sender.value());
            case WebhookTarget.OfEndpoint _, WebhookTarget.OfProject _, WebhookTarget.OfApp _ -> null;
        };
    }

    /** Those of contract §4.2. Without a secret nothing is signed. */
    @Override
    public Map<String, String> headers(
            Webhook webhook, WebhookDelivery delivery, byte[] body, int batched, Instant at) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("User-Agent", "Zavu-Webhook/1.0");
        headers.put("X-Zavu-Event", delivery.event());
        String secret = webhook.secret();
        if (secret != null) {
            headers.put("X-Zavu-Signature", ZavuSignature.of(version(webhook.form()), secret, body, at));
        }
        return RequestHeaders.oursFirst(headers, webhook);
    }

    private static SignatureVersion version(WebhookForm form) {
        if (form instanceof WebhookForm.Zavu(SignatureVersion version)) {
            return version;
        }
        throw new IllegalArgumentException("a webhook of Zavu's form");
    }

    /** One attempt and five more (contract §4.5). */
    @Override
    public RetrySchedule schedule() {
        return SCHEDULE;
    }
}
