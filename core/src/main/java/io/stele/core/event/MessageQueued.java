package io.stele.core.event;

import io.stele.core.channel.EndpointId;
import io.stele.core.message.MessageId;
import org.jspecify.annotations.Nullable;

/**
 * A message to a person was accepted, and waits to go out through this endpoint.
 *
 * @param continues the message that failed, and goes on by this one; null when this is a new one
 */
public record MessageQueued(EndpointId endpoint, MessageId message, @Nullable MessageId continues) implements Event {

    /** A message that continues no other. */
    public MessageQueued(EndpointId endpoint, MessageId message) {
        this(endpoint, message, null);
    }
}
