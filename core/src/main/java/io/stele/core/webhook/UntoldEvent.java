package io.stele.core.webhook;

import io.stele.core.channel.EndpointId;
import io.stele.core.event.LoggedEvent;
import org.jspecify.annotations.Nullable;

/**
 * An event that could not be put into a webhook's words, because our own code failed at it.
 *
 * @param endpoint where it happened; null when at none
 * @param person the address of the person concerned; null when none is
 * @param reason for people; nothing of what the event is about stands in it
 */
public record UntoldEvent(
        WebhookId webhook, LoggedEvent logged, @Nullable EndpointId endpoint, @Nullable String person, String reason) {}
