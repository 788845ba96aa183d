package io.stele.core.inbound;

import io.stele.core.address.Address;
import io.stele.core.address.Identity;
import io.stele.core.channel.Endpoint;
import io.stele.core.message.Content;
import io.stele.core.message.Context;
import java.time.Instant;

/**
 * A message to a person that somebody of the project wrote with the channel's own app.
 *
 * @param identity by what the channel knows the person besides
 * @param providerMessageId unique at the endpoint: a second one with the same id is the same message
 * @param sentAt by the provider's clock
 */
public record MessageEcho(
        Endpoint endpoint,
        Address to,
        Identity identity,
        String providerMessageId,
        Content content,
        Context context,
        Instant sentAt)
        implements ProviderMessage {

    @Override
    public Address person() {
        return to;
    }
}
