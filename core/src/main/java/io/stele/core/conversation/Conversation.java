package io.stele.core.conversation;

import io.stele.core.address.Address;
import io.stele.core.channel.Channel;
import io.stele.core.channel.EndpointId;
import io.stele.core.message.ContentKind;
import io.stele.core.message.Direction;
import io.stele.core.message.MessageId;
import io.stele.core.project.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of talk with one person on one endpoint. At most one of each pair is active.
 *
 * @param username what the person is called on the channel by a name of their own choice; null when not known
 * @param endedAt null while the conversation is active
 * @param last the newest message; null only when it has been erased
 */
public record Conversation(
        UUID id,
        Scope scope,
        EndpointId endpoint,
        Address address,
        UUID contactId,
        @Nullable String contactName,
        @Nullable String username,
        Instant createdAt,
        Instant updatedAt,
        Instant lastActiveAt,
        @Nullable Instant endedAt,
        @Nullable Instant lastInboundAt,
        @Nullable Instant lastOutboundAt,
        long messageCount,
        @Nullable LastMessage last) {

    /** How long a conversation stays active without a message. */
    public static final Duration SILENCE = Duration.ofHours(24);

    /**
     * The newest message of a conversation or thread.
     *
     * @param providerMessageId null until the provider has named it
     * @param text the beginning of its words; null when it has none
     */
    public record LastMessage(
            MessageId id,
            Direction direction,
            Channel channel,
            @Nullable String providerMessageId,
            ContentKind kind,
            @Nullable String text,
            Instant at) {}

    /** Whether it is active at this moment: neither ended nor silent for {@link #SILENCE}. */
    public boolean isActiveAt(Instant moment) {
        return endedAt == null && moment.isBefore(lastActiveAt.plus(SILENCE));
    }
}
