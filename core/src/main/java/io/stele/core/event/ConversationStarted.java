package io.stele.core.event;

import io.stele.core.channel.EndpointId;
import java.util.UUID;

/** A conversation began with a first message, either way. */
public record ConversationStarted(EndpointId endpoint, UUID conversation) implements Event {}
