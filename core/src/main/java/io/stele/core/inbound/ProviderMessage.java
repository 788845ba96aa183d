package io.stele.core.inbound;

import io.stele.core.address.Address;
import io.stele.core.address.Identity;
import io.stele.core.channel.Endpoint;
import io.stele.core.message.Content;
import io.stele.core.message.Context;
import java.time.Instant;

/** A message that a provider tells us of. At an endpoint the provider's id is unique: a second message with it is the same message. */
public sealed interface ProviderMessage permits InboundMessage, MessageEcho {

    /** Where it was told. */
    Endpoint endpoint();

    /** The person with whom the message was exchanged. */
    Address person();

    /** By what the channel knows the person besides. */
    Identity identity();

    /** By which the provider knows the message. */
    String providerMessageId();

    /** What it says. */
    Content content();

    /** What it belongs to; a quote or a reaction may name messages by the provider's id only, and is looked up on receipt. */
    Context context();

    /** When it was sent, by the provider's clock. */
    Instant sentAt();
}
