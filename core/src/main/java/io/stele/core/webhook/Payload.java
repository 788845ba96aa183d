package io.stele.core.webhook;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one webhook is told of one event.
 *
 * @param event the event's name in the webhook's language
 * @param body JSON, exactly as it is sent
 * @param lane deliveries of a webhook in the same lane go one after the other, as their events happened; null when order
 *     is not promised
 */
public record Payload(String event, String body, @Nullable UUID lane) {}
