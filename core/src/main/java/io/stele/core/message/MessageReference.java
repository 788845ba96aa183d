package io.stele.core.message;

import org.jspecify.annotations.Nullable;

/**
 * Another message that this one quotes or reacts to. At least one of the two ids is there.
 *
 * @param id our id; null when the message is none of ours
 * @param direction which way that message went; null when the message has not been looked up
 * @param providerMessageId the id that the provider, or the caller in the provider's name, knows the message by; null when
 *     it has none yet
 */
public record MessageReference(
        @Nullable MessageId id, @Nullable Direction direction, @Nullable String providerMessageId) {

    public MessageReference {
        if (id == null && providerMessageId == null) {
            throw new IllegalArgumentException("a reference names a message");
        }
        if (id == null && direction != null) {
            throw new IllegalArgumentException("only a message of ours has a known direction");
        }
    }

    /** A message of which nothing is known but the provider's id. */
    public static MessageReference foreign(String providerMessageId) {
        return new MessageReference(null, null, providerMessageId);
    }

    /** A message that a caller named by our id. */
    public static MessageReference ours(MessageId id) {
        return new MessageReference(id, null, null);
    }

    /** A reference to a message that we hold. */
    public static MessageReference to(Message message) {
        return new MessageReference(message.id(), message.direction(), message.providerMessageId());
    }

    /** Whether the message has been looked up and is ours. */
    public boolean isResolved() {
        return direction != null;
    }
}
