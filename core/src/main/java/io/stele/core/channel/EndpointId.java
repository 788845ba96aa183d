package io.stele.core.channel;

import io.stele.core.identity.Ksuid;

/** Names an endpoint. */
public record EndpointId(Ksuid value) {}
