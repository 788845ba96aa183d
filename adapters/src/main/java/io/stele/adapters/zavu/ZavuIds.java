package io.stele.adapters.zavu;

import io.stele.core.identity.Ksuid;
import io.stele.core.message.MessageId;
import io.stele.core.message.MessageReference;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;

/**
 * Ids as Zavu writes them: opaque lower-case base-32 without a prefix, 32 characters for a message and 26 for everything
 * else. Their order as text is the order of the ids themselves. There and back is the same id.
 */
public final class ZavuIds {

    private static final int UUID_BYTES = 16;

    private ZavuIds() {}

    /** A message's id. */
    public static String text(MessageId id) {
        return Base32.encode(id.value().bytes());
    }

    /** The id of a sender, a conversation, a contact, a project, a key or an attachment. */
    public static String text(UUID id) {
        return Base32.encode(ByteBuffer.allocate(UUID_BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array());
    }

    /** The message that is named; empty when the text is no id of ours. */
    public static Optional<MessageId> messageId(String text) {
        return Base32.decode(text, Ksuid.BYTES).map(Ksuid::of).map(MessageId::new);
    }

    /** The id that is named; empty when the text is no id of ours. */
    public static Optional<UUID> uuid(String text) {
        return Base32.decode(text, UUID_BYTES).map(ByteBuffer::wrap).map(bytes -> new UUID(bytes.getLong(), bytes.getLong()));
    }

    /** The message that a caller names, by our id or by the provider's. */
    public static MessageReference reference(String text) {
        return messageId(text)
                .map(id -> new MessageReference(id, null, text))
                .orElseGet(() -> MessageReference.foreign(text));
    }

    /** The text by which a caller can name the message again: our id, or the provider's when it is none of ours. */
    public static String text(MessageReference reference) {
        MessageId id = reference.id();
        String provider = reference.providerMessageId();
        if (id != null) {
            return text(id);
        }
        if (provider == null) {
            throw new IllegalArgumentException("a reference names a message");
        }
        return provider;
    }
}
