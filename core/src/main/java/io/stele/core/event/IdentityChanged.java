package io.stele.core.event;

import io.stele.core.channel.EndpointId;
import io.stele.core.address.Identity;
import java.util.UUID;

/**
 * The channel knows a person by another id from now on.
 *
 * @param previous the ids that no longer hold, as far as the channel says
 */
public record IdentityChanged(EndpointId endpoint, UUID contact, Identity previous) implements Event {}
