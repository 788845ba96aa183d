package io.stele.core.event;

import io.stele.core.channel.EndpointId;
import java.util.UUID;

/** A person was met for the first time, at this endpoint. */
public record ContactCreated(EndpointId endpoint, UUID contact) implements Event {}
