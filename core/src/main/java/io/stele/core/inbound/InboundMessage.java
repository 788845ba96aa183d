package io.stele.core.inbound;

import io.stele.core.address.Address;
import io.stele.core.address.Identity;
import io.stele.core.channel.Endpoint;
import io.stele.core.intake.AttachmentBytes;
import io.stele.core.message.Content;
import io.stele.core.message.Context;
import io.stele.core.message.Referral;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message from a person, as a connector read it.
 *
 * @param identity by what the channel knows the person besides, from this message on; {@link Identity#UNKNOWN} where it knows nothing else
 * @param providerMessageId unique at the endpoint: a second message with the same one is the same message
 * @param profileName what the person calls themself; null when not given
 * @param sentAt when the person sent it, by the provider's clock
 * @param context a quote or a reaction in it may name messages by the provider's id only; they are looked up on receipt
 */
public record InboundMessage(
        Endpoint endpoint,
        Address from,
        Identity identity,
        String providerMessageId,
        @Nullable String profileName,
        Content content,
        Context context,
        @Nullable Referral referral,
        Instant sentAt,
        List<AttachmentBytes> attachments)
        implements ProviderMessage {

    public InboundMessage {
        attachments = List.copyOf(attachments);
    }

    @Override
    public Address person() {
        return from;
    }
}
