package io.stele.core.webhook;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which deliveries are wanted; a null member, and an empty set, asks for nothing.
 *
 * @param event the event's name in the webhook's language
 * @param since made at or after this moment
 */
public record WebhookDeliveryFilter(
        @Nullable WebhookId webhook,
        Set<WebhookDelivery.Status> statuses,
        @Nullable String event,
        @Nullable Instant since) {

    /** Every delivery. */
    public static final WebhookDeliveryFilter ALL = new WebhookDeliveryFilter(null, Set.of(), null, null);

    public WebhookDeliveryFilter {
        statuses = Set.copyOf(statuses);
    }
}
