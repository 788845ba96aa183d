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
 * @param former the ids by which the channel knew the person until this message, which no longer hold; {@link Identity#UNKNOWN} when it says that
 *     they have changed, and not which they were; null when it says nothing of that
 * @param providerMessageId unique at the endpoint: a second message with the same one is the same message
 * @param profileName what the person calls themself; null when not given
 * @param sentAt when the person sent it, by the provider's clock
 * @param context a quote or a reaction in it may name messages by the provider's id only; they are looked up on receipt
 */
public record InboundMessage(
        Endpoint endpoint,
        Address from,
        Identity identity,
        @Nullable Identity former,
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

    /** One that does not say that the person's ids have changed. */
    public InboundMessage(
            Endpoint endpoint,
            Address from,
            Identity identity,
            String providerMessageId,
            @Nullable String profileName,
            Content content,
            Context context,
            @Nullable Referral referral,
            Instant sentAt,
            List<AttachmentBytes> attachments) {
        this(endpoint, from, identity, null, providerMessageId, profileName, content, context, referral, sentAt, attachments);
    }

    @Override
    public Address person() {
        return from;
    }
}
