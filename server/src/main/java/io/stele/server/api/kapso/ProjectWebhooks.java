package io.stele.server.api.kapso;

import io.micronaut.http.HttpRequest;
import io.stele.adapters.Required;
import io.stele.adapters.kapso.webhook.KapsoWebhookWish;
import io.stele.adapters.kapso.webhook.WebhookResources;
import io.stele.adapters.webhook.transport.WebhookUrls;
import io.stele.contracts.kapso.PlatformWebhookRequest;
import io.stele.core.channel.Directory;
import io.stele.core.channel.Endpoint;
import io.stele.core.channel.EndpointId;
import io.stele.core.identity.Ksuid;
import io.stele.core.identity.KsuidGenerator;
import io.stele.core.project.ApiKey;
import io.stele.core.project.Principal;
import io.stele.core.project.Scope;
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
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The webhooks of a project that speak Kapso's language or Meta's, both those of its numbers and its own. Those of other APIs are never found. */
@Singleton
final class ProjectWebhooks {

    private final WireReader wire;
    private final Webhooks webhooks;
    private final WebhookUrls urls;
    private final Directory directory;
    private final KsuidGenerator ids;
    private final InstantSource clock;

    ProjectWebhooks(
            WireReader wire,
            Webhooks webhooks,
            WebhookUrls urls,
            Directory directory,
            KsuidGenerator ids,
            InstantSource clock) {
        this.wire = wire;
        this.webhooks = webhooks;
        this.urls = urls;
        this.directory = directory;
        this.ids = ids;
        this.clock = clock;
    }

    /** All, oldest first. */
    List<Webhook> all(Scope scope) {
        return webhooks.all(scope).stream().filter(WebhookResources::isKapsos).toList();
    }

    /** @throws RejectedException when the project has no such webhook */
    Webhook webhook(Scope scope, String id) {
        return Ksuid.parse(id)
                .flatMap(read -> find(scope, new WebhookId(read)))
                .orElseThrow(() -> notFound(id));
    }

    /** The webhook with this id; empty when the project has none. */
    Optional<Webhook> find(Scope scope, WebhookId id) {
        return webhooks.webhook(scope, id).filter(WebhookResources::isKapsos);
    }

    /** @throws io.stele.adapters.WireException when something in the body is wrong whatever the webhook is */
    KapsoWebhookWish wish(HttpRequest<?> request, byte @Nullable [] body) {
        PlatformWebhookRequest wrapped =
                wire.read(request, body, PlatformWebhookRequest.class, Strictness.NUMBERS_AS_TEXT);
        return KapsoWebhookWish.of(Required.present(wrapped.whatsappWebhook(), KapsoWebhookWish.WRAPPER), urls);
    }

    /**
     * Keeps a new webhook of a number.
     *
     * @return empty when the number has one of the kind meta already, and this would be another
     */
    Optional<Webhook> add(Principal principal, EndpointId number, KapsoWebhookWish wish) {
        return add(principal.scope(), new WebhookTarget.OfEndpoint(number), null, wish);
    }

    /** Keeps a new webhook of the project itself. It is given a secret if it has none. */
    Webhook add(Principal principal, KapsoWebhookWish wish) {
        wish.requireOfProject();
        return add(principal.scope(), new WebhookTarget.OfProject(), ApiKey.generate("").value(), wish)
                .orElseThrow(() -> new IllegalStateException("a project may have several webhooks"));
    }

    private Optional<Webhook> add(
            Scope scope, WebhookTarget target, @Nullable String secret, KapsoWebhookWish wish) {
        Webhook webhook = wish.made(new Webhook(
                new WebhookId(ids.next()),
                scope,
                target,
                new WebhookForm.Meta(),
                "",
                Set.of(),
                true,
                Map.of(),
                secret,
                now(),
                now()));
        return switch (webhooks.add(webhook)) {
            case KEPT -> Optional.of(webhook);
            case TAKEN -> Optional.empty();
            case FULL -> throw webhooks.full();
        };
    }

    /**
     * Changes what the wish says; the rest stays.
     *
     * @throws RejectedException when the webhook is gone
     */
    Webhook change(Webhook webhook, KapsoWebhookWish wish) {
        String number = phoneNumberId(webhook).orElse(null);
        wish.appliedTo(webhook, number, now());
        return webhooks.change(webhook.scope(), webhook.id(), before -> wish.appliedTo(before, number, now()))
                .orElseThrow(() -> notFound(webhook.id().value().toString()));
    }

    /** @throws RejectedException when the webhook is gone */
    void remove(Webhook webhook) {
        if (!webhooks.remove(webhook.scope(), webhook.id())) {
            throw notFound(webhook.id().value().toString());
        }
    }

    /** The number of which it is told; empty for one of the project. */
    Optional<Endpoint> number(Webhook webhook) {
        return webhook.target() instanceof WebhookTarget.OfEndpoint(var endpoint)
                ? directory.endpoint(webhook.scope(), endpoint)
                : Optional.empty();
    }

    /** Meta's id of the number of which it is told; empty for one of the project. */
    Optional<String> phoneNumberId(Webhook webhook) {
        return number(webhook).flatMap(Endpoint::whatsAppNumber).map(Endpoint.WhatsAppNumber::phoneNumberId);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static RejectedException notFound(String id) {
        return new RejectedException(new Rejection.NotFound(Rejection.Resource.WEBHOOK, id));
    }
}
