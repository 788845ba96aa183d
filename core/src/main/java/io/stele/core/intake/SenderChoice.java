package io.stele.core.intake;

import io.stele.core.channel.EndpointId;
import io.stele.core.channel.SenderId;

/** Who is to speak. */
public sealed interface SenderChoice {

    /** The project's default sender. */
    record Default() implements SenderChoice {}

    /** This sender, on whichever of its endpoints fits. */
    record Named(SenderId sender) implements SenderChoice {}

    /** This endpoint and no other. */
    record Through(EndpointId endpoint) implements SenderChoice {}
}
