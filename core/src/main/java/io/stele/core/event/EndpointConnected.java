package io.stele.core.event;

import io.stele.core.channel.EndpointId;

/** An endpoint was made, or connected anew. */
public record EndpointConnected(EndpointId endpoint) implements Event {}
