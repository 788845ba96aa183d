package io.stele.core.conversation;

import io.stele.core.channel.Channel;
import io.stele.core.channel.SenderId;
import org.jspecify.annotations.Nullable;

/**
 * Which threads are wanted; a null member asks for nothing.
 *
 * @param channel those on which something was said on this channel
 * @param search words, each of which begins a word of the person's name or address
 */
public record ThreadFilter(@Nullable SenderId sender, @Nullable Channel channel, @Nullable String search) {}
