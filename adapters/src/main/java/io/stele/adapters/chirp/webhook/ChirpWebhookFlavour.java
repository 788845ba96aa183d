package io.stele.adapters.chirp.webhook;

import io.stele.adapters.Timestamps;
import io.stele.adapters.chirp.ChirpIds;
import io.stele.adapters.json.JavaScriptJson;
import io.stele.adapters.json.JsonRecords;
import io.stele.adapters.webhook.EachByItself;
import io.stele.adapters.webhook.RequestHeaders;
import io.stele.contracts.chirp.webhook.AppReference;
import io.stele.contracts.chirp.webhook.WebhookEvent;
import io.stele.core.channel.Directory;
import io.stele.core.event.LoggedEvent;
import io.stele.core.project.App;
import io.stele.core.project.AppId;
import io.stele.core.project.Scope;
import io.stele.core.webhook.EventView;
import io.stele.core.webhook.Payload;
import io.stele.core.webhook.RetrySchedule;
import io.stele.core.webhook.Webhook;
import io.stele.core.webhook.WebhookDelivery;
import io.stele.core.webhook.WebhookTarget;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Chirp's webhooks (contract §6). */
@Singleton
public final class ChirpWebhookFlavour implements EachByItself {

    private static final RetrySchedule SCHEDULE = new RetrySchedule(
            Stream.of(1, 5, 25, 125, 625).map(Duration::ofSeconds).toList(), Duration.ofSeconds(5));

    private final ChirpTellings tellings;
    private final JsonRecords records;
    private final Directory directory;

    /** @param directory knows the names of apps */
    ChirpWebhookFlavour(ChirpTellings tellings, JsonRecords records, Directory directory) {
        this.tellings = tellings;
        this.records = records;
        this.directory = directory;
    }

    @Override
    public List<Payload> payloads(EventView view, Webhook webhook) {
        return tellings.of(view)
                .filter(telling -> webhook.events().contains(telling.type().word()))
                .map(telling -> payload(telling, view.logged(), webhook))
                .stream()
                .toList();
    }

    private Payload payload(Telling telling, LoggedEvent logged, Webhook webhook) {
        String event = telling.type().word();
        WebhookEvent<Object> body = new WebhookEvent<>(
                event, Timestamps.milliseconds(logged.at()), telling.data().apply(app(webhook)));
        return new Payload(event, JavaScriptJson.text(records.tree(body)), telling.lane());
    }

    private @Nullable AppReference app(Webhook webhook) {
        return switch (webhook.target()) {
            case WebhookTarget.OfApp(AppId app) -> app(app, webhook.scope());
            case WebhookTarget.OfSender _, WebhookTarget.OfEndpoint _, WebhookTarget.OfProject _ -> null;
        };
    }

    private AppReference app(AppId id, Scope scope) {
        return new AppReference(
                ChirpIds.app(id, scope.mode()), directory.app(scope, id).map(App::name).orElse(null));
    }

    /** The webhook's own headers, as they were given; with a secret also those of Standard Webhooks, where the webhook has none of the name. */
    @Override
    public Map<String, String> headers(
            Webhook webhook, WebhookDelivery delivery, byte[] body, int batched, Instant at) {
        String secret = webhook.secret();
        return RequestHeaders.theirsFirst(
                webhook,
                secret == null
                        ? Map.of()
                        : StandardWebhooks.headers(
                                delivery.eventId().toString(), at, body, ChirpWebhookSecret.key(secret)));
    }

    /** One attempt and five more (contract §6.1). */
    @Override
    public RetrySchedule schedule() {
        return SCHEDULE;
    }
}
