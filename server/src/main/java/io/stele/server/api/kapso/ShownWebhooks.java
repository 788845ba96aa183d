package io.stele.server.api.kapso;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.stele.adapters.WireException;
import io.stele.adapters.kapso.webhook.WebhookResources;
import io.stele.contracts.kapso.DataResponse;
import io.stele.core.webhook.Webhook;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** Answers with webhooks as the platform shows them (contract §3.7). */
@Singleton
final class ShownWebhooks {

    private final ProjectWebhooks webhooks;
    private final WebhookResources resources;
    private final Offsets offsets;

    ShownWebhooks(ProjectWebhooks webhooks, WebhookResources resources, Offsets offsets) {
        this.webhooks = webhooks;
        this.resources = resources;
        this.offsets = offsets;
    }

    DataResponse<io.stele.contracts.kapso.Webhook> one(Webhook webhook) {
        return new DataResponse<>(shown(webhook));
    }

    /** One that was just made, or the refusal where there is another in its place. */
    HttpResponse<?> made(Optional<Webhook> webhook) {
        return webhook.<HttpResponse<?>>map(made -> HttpResponse.created(one(made)))
                .orElseGet(() -> ErrorAnswer.flat(409, Sentences.META_WEBHOOK).toResponse());
    }

    /** The page that is asked for, of those that are asked for. */
    HttpResponse<?> page(HttpRequest<?> request, List<Webhook> all) {
        Query query = new Query(request);
        Offsets.Wanted wanted = Offsets.unbounded(query);
        List<Webhook> found = all.stream().filter(wanted(query)).toList();
        return offsets.page(
                request,
                wanted,
                found.stream().skip(wanted.skipped()).limit(wanted.size()).map(this::shown).toList(),
                found.size());
    }

    private io.stele.contracts.kapso.Webhook shown(Webhook webhook) {
        return resources.webhook(webhook, webhooks.phoneNumberId(webhook).orElse(null));
    }

    private static Predicate<Webhook> wanted(Query query) {
        Optional<String> url = query.text("url_contains").map(text -> text.toLowerCase(Locale.ROOT));
        Optional<String> kind = query.text("kind");
        Optional<Boolean> active = query.truth("active");
        Optional<Instant> after = query.moment("created_after");
        Optional<Instant> before = query.moment("created_before");
        if (kind.filter(word -> !word.equals("kapso") && !word.equals("meta")).isPresent()) {
            throw new WireException("kind", "must be kapso or meta");
        }
        return webhook -> (url.isEmpty() || webhook.url().toLowerCase(Locale.ROOT).contains(url.get()))
                && (kind.isEmpty() || kind.get().equals(WebhookResources.kind(webhook)))
                && (active.isEmpty() || active.get() == webhook.active())
                && (after.isEmpty() || !webhook.createdAt().isBefore(after.get()))
                && (before.isEmpty() || !webhook.createdAt().isAfter(before.get()));
    }
}
