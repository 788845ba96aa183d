package io.stele.core.message;

import io.stele.core.address.Address;
import io.stele.core.channel.Channel;
import io.stele.core.channel.EndpointId;
import io.stele.core.project.AppId;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which messages are wanted; a null member, and an empty set, asks for nothing.
 *
 * @param app those on an endpoint that is assigned to this app
 * @param unsupportedKind beside the kinds, and alone when there are none, those of a kind that we do not know whose {@link Unsupported#kind}
 *     is this word
 * @param to the exact recipient
 * @param contact the person, by exactly the address that the message went to or came from
 * @param contactContains a part of the person's address
 * @param hasMedia whether the message carries a file
 * @param since made at or after this moment
 * @param until made at or before this moment
 */
public record MessageFilter(
        @Nullable Channel channel,
        @Nullable EndpointId endpoint,
        @Nullable AppId app,
        @Nullable UUID threadId,
        @Nullable UUID conversationId,
        @Nullable Direction direction,
        Set<Status> statuses,
        Set<ContentKind> kinds,
        @Nullable String unsupportedKind,
        @Nullable Address to,
        @Nullable Address contact,
        @Nullable String contactContains,
        @Nullable Boolean hasMedia,
        @Nullable Instant since,
        @Nullable Instant until) {

    /** Every message. */
    public static final MessageFilter ALL = new MessageFilter(
            null, null, null, null, null, null, Set.of(), Set.of(), null, null, null, null, null, null, null);

    public MessageFilter {
        statuses = Set.copyOf(statuses);
        kinds = Set.copyOf(kinds);
    }
}
