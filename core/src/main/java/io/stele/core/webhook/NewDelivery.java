package io.stele.core.webhook;

import io.stele.core.channel.EndpointId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something to be told to a webhook.
 *
 * @param eventId by which consumers tell repeated deliveries; with the payload's event name unique for a webhook
 * @param position of the event in its log; 0 for what is in no log
 * @param person the address of the person concerned; null when none is
 * @param buffering how it waits for others of its lane; null when it goes by itself, as everything does that has no lane
 * @param at when that happened which is told
 */
public record NewDelivery(
        WebhookId webhook,
        UUID eventId,
        long position,
        Payload payload,
        @Nullable EndpointId endpoint,
        @Nullable String person,
        WebhookForm.@Nullable Buffering buffering,
        Instant at) {}
