package io.stele.server.store.webhook;

import io.stele.core.channel.EndpointId;
import io.stele.core.channel.SenderId;
import io.stele.core.identity.KsuidGenerator;
import io.stele.core.project.Scope;
import io.stele.core.webhook.Webhook;
import io.stele.core.webhook.WebhookForm;
import io.stele.core.webhook.WebhookId;
import io.stele.core.webhook.WebhookTarget;
import io.stele.core.webhook.Webhooks;
import io.stele.server.store.TestStore;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Webhooks for tests, made at the moment that the store's clock shows. */
record Subscriptions(TestStore store) {

    static final WebhookForm.Buffering BUFFERING =
            new WebhookForm.Buffering(true, Duration.ofSeconds(5), 3, Set.of("message.received"));

    static final WebhookForm KAPSO = new WebhookForm.Kapso(BUFFERING, Duration.ofMinutes(30), "v2");

    Webhook of(Scope scope, WebhookTarget target, WebhookForm form) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("X-Team", "blue");
        headers.put("Authorization", "Bearer \u00fcber-geheim");
        return new Webhook(
                new WebhookId(store.get(KsuidGenerator.class).next()),
                scope,
                target,
                form,
                "https://hooks.example.com/in?key=1",
                new LinkedHashSet<>(List.of("message.sent", "message.received")),
                true,
                headers,
                "whsec_0123456789",
                store.clock().instant(),
                store.clock().instant());
    }

    Webhook zavu(Scope scope, UUID sender) {
        return of(scope, new WebhookTarget.OfSender(new SenderId(sender)), new WebhookForm.Zavu(WebhookForm.SignatureVersion.V2));
    }

    Webhook meta(Scope scope, EndpointId endpoint) {
        return of(scope, new WebhookTarget.OfEndpoint(endpoint), new WebhookForm.Meta());
    }

    /** One of a whole project, kept. */
    Webhook kept(Scope scope) {
        Webhook webhook = of(scope, new WebhookTarget.OfProject(), KAPSO);
        store.get(Webhooks.class).add(webhook);
        return webhook;
    }

    /** Gives the scope, which has one, so many more webhooks of the kind of its first; they are told nothing. */
    void fill(Scope scope, int more) {
        store.database().write(session -> session.update(
                """
                insert into webhook (project_id, id, mode, target_kind, target, form, url, events, active, headers, secret, created_at, updated_at)
                select w.project_id, %s, w.mode, w.target_kind, w.target, w.form, w.url, w.events, false, w.headers, w.secret, w.created_at,
                       w.updated_at
                from webhook w, %s where w.project_id = ? and w.mode = ?"""
                        .formatted(store.numberedId(), store.numbers(more)),
                scope.project().value(),
                scope.mode()));
    }

    static Webhook with(Webhook webhook, boolean active, String url) {
        return new Webhook(
                webhook.id(), webhook.scope(), webhook.target(), webhook.form(), url, webhook.events(), active,
                webhook.headers(), webhook.secret(), webhook.createdAt(), webhook.updatedAt());
    }
}
