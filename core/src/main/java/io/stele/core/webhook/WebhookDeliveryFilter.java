package io.stele.core.webhook;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which deliveries are wanted; a null member, and an empty set, asks for nothing.
 *
 * @param webhooks to whom they were told
 * @param event the event's name in the webhook's language
 * @param since made at or after this moment
 */
public record WebhookDeliveryFilter(
        Set<WebhookId> webhooks,
        Set<WebhookDelivery.Status> statuses,
        @Nullable String event,
        @Nullable Instant since) {

    /** Every delivery. */
    public static final WebhookDeliveryFilter ALL = new WebhookDeliveryFilter(Set.of(), Set.of(), null, null);

    public WebhookDeliveryFilter {
        webhooks = Set.copyOf(webhooks);
        statuses = Set.copyOf(statuses);
    }

    /** Those of one webhook; of all for null. */
    public WebhookDeliveryFilter(
            @Nullable WebhookId webhook,
            Set<WebhookDelivery.Status> statuses,
            @Nullable String event,
            @Nullable Instant since) {
        this(webhook == null ? Set.of() : Set.of(webhook), statuses, event, since);
    }
}
