package io.stele.core.message;

import org.jspecify.annotations.Nullable;

/**
 * A reaction to a message.
 *
 * @param emoji null when the reaction is taken back
 */
public record Reaction(MessageReference target, @Nullable String emoji) implements Content {

    public Reaction {
        emoji = emoji == null || emoji.isEmpty() ? null : emoji;
    }
}
