package io.stele.core.event;

import io.stele.core.channel.EndpointId;
import java.time.Instant;
import java.util.UUID;

/**
 * A conversation ended: by a call, or by its silence.
 *
 * @param endedAt when it was over, which for silence is before anybody noticed
 */
public record ConversationEnded(EndpointId endpoint, UUID conversation, Instant endedAt) implements Event {}
