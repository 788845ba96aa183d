package io.stele.core.intake;

import io.stele.core.channel.Channel;
import io.stele.core.message.Content;
import io.stele.core.refusal.Rejection;
import java.util.Optional;

/** What each channel allows a message to say. */
final class ContentRules {

    private ContentRules() {}

    /** The first rule that the content breaks on this channel; empty when it breaks none. */
    static Optional<Rejection> check(Channel channel, Content content) {
        return Optional.empty();
    }
}
