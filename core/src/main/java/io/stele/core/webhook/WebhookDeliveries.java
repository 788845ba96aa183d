package io.stele.core.webhook;

import io.stele.core.page.Page;
import io.stele.core.page.PageRequest;
import io.stele.core.project.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What was told to a project's webhooks. Another scope's is never found. */
public interface WebhookDeliveries {

    /** Deliveries, newest first; the key is the id, which sorts by time. Those that were told as part of another are left out. */
    Page<WebhookDelivery> deliveries(Scope scope, WebhookDeliveryFilter filter, PageRequest<UUID> page);

    /** The delivery with this id. */
    Optional<WebhookDelivery> delivery(Scope scope, UUID id);

    /** The attempts of a delivery, oldest first. */
    List<WebhookAttempt> attempts(Scope scope, UUID delivery);

    /**
     * Sends a settled delivery again, with the same body and event id, on a schedule that begins anew. One that still waits is
     * sent at once.
     *
     * @return the delivery as it waits now; empty when there is none, or when its webhook is gone
     */
    Optional<WebhookDelivery> replay(Scope scope, UUID id, Instant now);

    /** Sends something that is in no log, such as a test. */
    WebhookDelivery send(Scope scope, NewDelivery delivery);
}
