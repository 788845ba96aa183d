package io.stele.core.conversation;

import io.stele.core.channel.Channel;
import io.stele.core.channel.EndpointId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which conversations are wanted; a null member asks for nothing.
 *
 * @param address the person's exact address, in canonical form
 * @param addressContains a part of the person's address
 * @param active active ones or ended ones; one that has been silent for a day counts as ended
 * @param activeSince last active at or after this moment
 * @param activeUntil last active at or before this moment
 */
public record ConversationFilter(
        @Nullable Channel channel,
        @Nullable EndpointId endpoint,
        @Nullable String address,
        @Nullable String addressContains,
        @Nullable Boolean active,
        @Nullable Instant activeSince,
        @Nullable Instant activeUntil,
        @Nullable Instant createdSince,
        @Nullable Instant createdUntil) {}
