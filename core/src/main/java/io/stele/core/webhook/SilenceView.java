package io.stele.core.webhook;

import io.stele.core.channel.Endpoint;
import io.stele.core.conversation.Conversation;
import io.stele.core.message.Message;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A conversation in which nothing has been said for as long as a webhook wanted to be told of.
 *
 * @param last the message since which it has been silent; null when it has been erased
 * @param at when the time was over
 */
public record SilenceView(Endpoint endpoint, Conversation conversation, @Nullable Message last, Instant at) {}
