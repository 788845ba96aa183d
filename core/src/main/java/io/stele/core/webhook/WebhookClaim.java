package io.stele.core.webhook;

import java.util.UUID;

/**
 * A delivery that is ours until the lease runs out.
 *
 * @param fence tells this claim from any other of the delivery; what is settled with an old one is void
 * @param delivery as it stands with this attempt begun
 * @param attempt counted from 1; a replay begins anew
 * @param batched of how many deliveries this one is made; 0 when it is none that was made of others
 */
public record WebhookClaim(Webhook webhook, WebhookDelivery delivery, UUID fence, int attempt, int batched) {}
