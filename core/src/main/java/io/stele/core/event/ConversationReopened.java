package io.stele.core.event;

import io.stele.core.channel.EndpointId;
import java.util.UUID;

/** A conversation that had ended is active again, by a call. */
public record ConversationReopened(EndpointId endpoint, UUID conversation) implements Event {}
