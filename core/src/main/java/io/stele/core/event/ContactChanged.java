package io.stele.core.event;

import io.stele.core.channel.EndpointId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a person has changed: a name, an address, a label.
 *
 * @param endpoint where it was learned; null when the project changed it
 */
public record ContactChanged(@Nullable EndpointId endpoint, UUID contact) implements Event {}
