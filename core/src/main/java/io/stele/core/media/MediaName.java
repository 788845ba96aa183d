package io.stele.core.media;

import io.stele.core.channel.EndpointId;

/**
 * By what name a provider knows a file.
 *
 * @param endpoint where it came in: another endpoint's provider may call another file the same
 */
public record MediaName(EndpointId endpoint, String providerMediaId) {}
