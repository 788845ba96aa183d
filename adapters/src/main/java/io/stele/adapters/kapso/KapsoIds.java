package io.stele.adapters.kapso;

import io.stele.adapters.graph.MessageNames;
import io.stele.core.channel.EndpointId;
import io.stele.core.identity.Ksuid;
import io.stele.core.message.Direction;
import io.stele.core.message.Message;
import io.stele.core.message.MessageId;
import io.stele.core.message.MessageReference;
import jakarta.inject.Singleton;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * Kapso's ids. A message that was sent is named by {@code wamid.} and its 20 bytes in URL-safe base 64; one that came in by the
 * provider's own id.
 */
@Singleton
public final class KapsoIds implements MessageNames {

    private static final String PREFIX = "wamid.";
    private static final int TEXT_LENGTH = PREFIX.length() + 27;

    /** The id of this message. */
    public String of(Message message) {
        return write(MessageReference.to(message));
    }

    @Override
    public String write(MessageReference message) {
        MessageId id = message.id();
        String provider = message.providerMessageId();
        if (provider != null && (id == null || message.direction() != Direction.OUTBOUND)) {
            return provider;
        }
        if (id == null) {
            throw new IllegalArgumentException("a reference names a message");
        }
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(id.value().bytes());
    }

    @Override
    public MessageReference read(String id) {
        return parse(id)
                .map(ours -> new MessageReference(ours, null, id))
                .orElseGet(() -> MessageReference.foreign(id));
    }

    /** WhatsApp's configuration of a number, as Kapso names it beside the number's own id. */
    public static UUID configuration(EndpointId endpoint) {
        return UUID.nameUUIDFromBytes(endpoint.value().bytes());
    }

    private static Optional<MessageId> parse(String text) {
        if (text.length() != TEXT_LENGTH || !text.startsWith(PREFIX)) {
            return Optional.empty();
        }
        String encoded = text.substring(PREFIX.length());
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(encoded);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(encoded)
                    ? Optional.of(new MessageId(Ksuid.of(bytes)))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
