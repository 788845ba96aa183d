package io.stele.server.api.chirp;

import io.micronaut.http.HttpRequest;
import io.stele.adapters.Required;
import io.stele.adapters.chirp.ChirpIds;
import io.stele.adapters.chirp.webhook.ChirpWebhookReader;
import io.stele.adapters.chirp.webhook.ChirpWebhookSecret;
import io.stele.adapters.chirp.webhook.WebhookResources;
import io.stele.adapters.webhook.transport.WebhookUrls;
import io.stele.contracts.chirp.ActionMessage;
import io.stele.contracts.chirp.WebhookList;
import io.stele.contracts.chirp.WebhookRequest;
import io.stele.contracts.chirp.WebhookResource;
import io.stele.core.identity.KsuidGenerator;
import io.stele.core.refusal.RejectedException;
import io.stele.core.refusal.Rejection;
import io.stele.core.webhook.Webhook;
import io.stele.core.webhook.WebhookForm;
import io.stele.core.webhook.WebhookId;
import io.stele.core.webhook.WebhookTarget;
import io.stele.core.webhook.Webhooks;
import io.stele.server.http.Strictness;
import io.stele.server.http.WireReader;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The webhooks of apps (contract §3.9, §4.4). */
@Singleton
final class AppWebhooks {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final WireReader wire;
    private final Webhooks webhooks;
    private final WebhookUrls urls;
    private final WebhookResources resources;
    private final KsuidGenerator ids;
    private final InstantSource clock;

    AppWebhooks(
            WireReader wire,
            Webhooks webhooks,
            WebhookUrls urls,
            WebhookResources resources,
            KsuidGenerator ids,
            InstantSource clock) {
        this.wire = wire;
        this.webhooks = webhooks;
        this.urls = urls;
        this.resources = resources;
        this.ids = ids;
        this.clock = clock;
    }

    /** Newest first. */
    WebhookList list(ScopedApp app, HttpRequest<?> request) {
        ListQuery query = ListQuery.of(request);
        List<Webhook> all = webhooks.all(app.scope()).stream()
                .filter(webhook -> isOf(app, webhook))
                .toList()
                .reversed();
        return new WebhookList(
                all.stream()
                        .skip(query.offset())
                        .limit(query.limit())
                        .map(webhook -> resources.of(webhook, app.id()))
                        .toList(),
                all.size());
    }

    /** Keeps a new webhook. Its secret is shown here and never again. */
    WebhookResource create(ScopedApp app, HttpRequest<?> request, byte @Nullable [] body) {
        WebhookRequest wanted = wire.read(request, body, WebhookRequest.class, Strictness.EXACT);
        Required.present(wanted.url(), "url");
        Required.present(wanted.events(), "events");
        Webhook webhook = wanted(
                new Webhook(
                        new WebhookId(ids.next()),
                        app.scope(),
                        new WebhookTarget.OfApp(app.id()),
                        new WebhookForm.Chirp(),
                        "",
                        Set.of(),
                        true,
                        Map.of(),
                        ChirpWebhookSecret.mint(RANDOM),
                        clock.instant(),
                        clock.instant()),
                wanted);
        return switch (webhooks.add(webhook)) {
            case KEPT -> resources.made(webhook, app.id());
            case FULL -> throw webhooks.full();
            case TAKEN -> throw new IllegalStateException("an app may have several webhooks");
        };
    }

    WebhookResource get(ScopedApp app, String id) {
        return resources.of(webhook(app, id), app.id());
    }

    /** Changes what the request has; the rest stays. One that a receiver has sent away by 410 is told again from then on. */
    WebhookResource change(ScopedApp app, String id, HttpRequest<?> request, byte @Nullable [] body) {
        Webhook webhook = webhook(app, id);
        WebhookRequest wanted = wire.read(request, body, WebhookRequest.class, Strictness.EXACT);
        wanted(webhook, wanted);
        return webhooks.change(app.scope(), webhook.id(), before -> wanted(before, wanted))
                .map(changed -> resources.of(changed, app.id()))
                .orElseThrow(() -> notFound(id));
    }

    ActionMessage delete(ScopedApp app, String id) {
        if (!webhooks.remove(app.scope(), webhook(app, id).id())) {
            throw notFound(id);
        }
        return new ActionMessage("Webhook deleted.");
    }

    /** The app's webhook with this id. */
    Webhook webhook(ScopedApp app, String id) {
        return ChirpIds.readWebhook(id)
                .filter(read -> read.mode() == app.scope().mode())
                .flatMap(read -> webhooks.webhook(app.scope(), read.id()))
                .filter(webhook -> isOf(app, webhook))
                .orElseThrow(() -> notFound(id));
    }

    private Webhook wanted(Webhook webhook, WebhookRequest request) {
        String url = ChirpWebhookReader.url(request, urls);
        Set<String> events = ChirpWebhookReader.events(request);
        Map<String, String> headers = ChirpWebhookReader.headers(request);
        return new Webhook(
                webhook.id(),
                webhook.scope(),
                webhook.target(),
                webhook.form(),
                Objects.requireNonNullElse(url, webhook.url()),
                Objects.requireNonNullElse(events, webhook.events()),
                true,
                Objects.requireNonNullElse(headers, webhook.headers()),
                webhook.secret(),
                webhook.createdAt(),
                clock.instant());
    }

    private static boolean isOf(ScopedApp app, Webhook webhook) {
        return webhook.form() instanceof WebhookForm.Chirp
                && webhook.target().equals(new WebhookTarget.OfApp(app.id()));
    }

    private static RejectedException notFound(String id) {
        return new RejectedException(new Rejection.NotFound(Rejection.Resource.WEBHOOK, id));
    }
}
