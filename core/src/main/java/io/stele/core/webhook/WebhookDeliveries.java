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

    /** The attempts of a delivery, oldest first; a replay counts anew. Empty when there is no such delivery. */
    List<WebhookAttempt> attempts(Scope scope, UUID delivery);

    /**
     * Sends a settled delivery again, with the same body and event id, on a schedule that begins anew. One that still waits is
     * sent at once, by itself and whatever goes before it; one that is being sent stays as it is, and so does
     * one of an event that could not be put into words. That of a webhook that is not active waits for it.
     *
     * @return the delivery as it waits now; empty when there is none, or when its webhook is gone
     */
    Optional<WebhookDelivery> replay(Scope scope, UUID id, Instant now);

    /**
     * Sends something that is in no log, such as a test.
     *
     * @return the delivery as it waits now, or as it is when the webhook has been told the same before; empty when the webhook is gone
     */
    Optional<WebhookDelivery> send(Scope scope, NewDelivery delivery);
}
