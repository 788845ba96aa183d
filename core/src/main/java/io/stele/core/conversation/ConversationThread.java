package io.stele.core.conversation;

import io.stele.core.address.Address;
import io.stele.core.channel.Channel;
import io.stele.core.channel.SenderId;
import io.stele.core.conversation.Conversation.LastMessage;
import io.stele.core.project.Scope;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything between a sender and a person.
 *
 * @param sender null for an endpoint that no sender uses
 * @param address the address by which the person was first met
 * @param channels those on which something was said
 * @param unreadCount inbound messages since the project last looked
 */
public record ConversationThread(
        UUID id,
        Scope scope,
        @Nullable SenderId sender,
        Address address,
        UUID contactId,
        @Nullable String contactName,
        Set<Channel> channels,
        Instant createdAt,
        Instant updatedAt,
        Instant lastActiveAt,
        long messageCount,
        long unreadCount,
        @Nullable LastMessage last) {

    public ConversationThread {
        channels = Set.copyOf(channels);
    }
}
