package io.stele.core.event;

import io.stele.core.channel.EndpointId;
import io.stele.core.message.MessageId;

/** A message to a person was accepted, and waits to go out through this endpoint. */
public record MessageQueued(EndpointId endpoint, MessageId message) implements Event {}
