package io.stele.core.event;

import io.stele.core.channel.EndpointId;

/** An endpoint was taken out of use. */
public record EndpointDisconnected(EndpointId endpoint) implements Event {}
