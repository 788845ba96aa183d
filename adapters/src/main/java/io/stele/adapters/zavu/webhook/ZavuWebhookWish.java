package io.stele.adapters.zavu.webhook;

import io.stele.adapters.FieldPath;
import io.stele.adapters.Required;
import io.stele.adapters.WireException;
import io.stele.adapters.webhook.transport.WebhookUrls;
import io.stele.contracts.zavu.ZavuSenderRequest;
import io.stele.core.webhook.Webhook;
import io.stele.core.webhook.WebhookForm;
import io.stele.core.webhook.WebhookForm.SignatureVersion;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a request wants of a sender's webhook (contract §2.4). A null member leaves what is there.
 *
 * @param removal whether the webhook is to go; then the rest says nothing
 * @param url checked
 * @param events names of Zavu's events
 */
public record ZavuWebhookWish(
        boolean removal,
        @Nullable String url,
        @Nullable Set<String> events,
        @Nullable Boolean active,
        @Nullable SignatureVersion signature) {

    private static final FieldPath EVENTS = FieldPath.of("webhookEvents");

    public ZavuWebhookWish {
        events = events == null ? null : Collections.unmodifiableSet(new LinkedHashSet<>(events));
    }

    /**
     * Reads what a request wants.
     *
     * @param removal whether the request has a {@code webhookUrl} that is {@code null}
     * @throws WireException when the URL may not be used, or when an event or a version is none of Zavu's
     */
    public static ZavuWebhookWish of(ZavuSenderRequest request, boolean removal, WebhookUrls urls) {
        return new ZavuWebhookWish(
                removal,
                url(request.webhookUrl(), urls),
                events(request.webhookEvents()),
                request.webhookActive(),
                signature(request.webhookSignatureVersion()));
    }

    private static @Nullable String url(@Nullable String url, WebhookUrls urls) {
        if (url != null) {
            urls.check(url).ifPresent(fault -> {
                throw new WireException("webhookUrl", fault.reason());
            });
        }
        return url;
    }

    private static @Nullable Set<String> events(@Nullable List<String> names) {
        if (names == null) {
            return null;
        }
        Set<String> events = new LinkedHashSet<>(Required.optionalElements(names, EVENTS));
        events.stream()
                .filter(name -> ZavuEventType.of(name).isEmpty())
                .findFirst()
                .ifPresent(name -> {
                    throw new WireException(EVENTS.element(names.indexOf(name)), "is not an event that can be told");
                });
        return events;
    }

    private static @Nullable SignatureVersion signature(@Nullable String word) {
        if (word == null) {
            return null;
        }
        return ZavuSignatureVersions.read(word)
                .orElseThrow(() -> new WireException("webhookSignatureVersion", "must be v1, v1+v2 or v2"));
    }

    /** Whether it wants nothing. */
    public boolean isEmpty() {
        return !removal && url == null && events == null && active == null && signature == null;
    }

    /** Whether the webhook can become what is wanted: from one version to the other it goes through both. */
    public boolean suits(Webhook webhook) {
        return signature == null || ZavuSignatureVersions.canFollow(ZavuSignatureVersions.of(webhook), signature);
    }

    /** The version for a new webhook. */
    public WebhookForm form() {
        return new WebhookForm.Zavu(signature == null ? SignatureVersion.V2 : signature);
    }

    /** The webhook as it is wanted. */
    public Webhook appliedTo(Webhook webhook, Instant now) {
        return new Webhook(
                webhook.id(),
                webhook.scope(),
                webhook.target(),
                signature == null ? webhook.form() : new WebhookForm.Zavu(signature),
                url == null ? webhook.url() : url,
                events == null ? webhook.events() : events,
                active == null ? webhook.active() : active,
                webhook.headers(),
                webhook.secret(),
                webhook.createdAt(),
                now);
    }
}
