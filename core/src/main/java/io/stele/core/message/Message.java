package io.stele.core.message;

import io.stele.core.address.Address;
import io.stele.core.channel.Channel;
import io.stele.core.channel.EndpointId;
import io.stele.core.channel.SenderId;
import io.stele.core.project.Scope;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message, in the form that all APIs and channels are mapped to and from.
 *
 * @param sender the sender that the endpoint belonged to; null when it belonged to none
 * @param details what the channel tells of the message beside what it says
 * @param threadId everything that was ever said between the sender and the contact, on all channels
 * @param conversationId the stretch of talk on this endpoint that the message belongs to
 * @param contactId the person at the other end
 * @param contactName the person's name as last known; null when unknown
 * @param window the customer-service window in which the message was sent or which it opened; null outside of any
 * @param providerMessageId null until the provider has named it
 * @param callbackData what the caller wants echoed with each receipt; null when not given
 * @param fallback whether the message may go on by another channel when its own fails
 * @param continues the message that failed on its own channel and goes on by this one, for its caller the same; null when this is none such
 * @param continuedBy the message that goes on with this one, which has failed; null when none does
 * @param metadata the caller's own labels, in the order given
 * @param updatedAt moves with every change
 */
public record Message(
        MessageId id,
        Scope scope,
        Direction direction,
        Channel channel,
        EndpointId endpoint,
        @Nullable SenderId sender,
        Address from,
        Address to,
        Content content,
        Context context,
        @Nullable Referral referral,
        Status status,
        Timeline timeline,
        @Nullable Failure failure,
        Cost cost,
        ChannelDetails details,
        UUID threadId,
        UUID conversationId,
        UUID contactId,
        @Nullable String contactName,
        @Nullable ServiceWindow window,
        @Nullable String providerMessageId,
        @Nullable String callbackData,
        boolean fallback,
        @Nullable MessageId continues,
        @Nullable MessageId continuedBy,
        Map<String, String> metadata,
        Instant createdAt,
        Instant updatedAt) {

    public Message {
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }

    /** The person's address: the recipient's of an outbound message, the sender's of an inbound one. */
    public Address contactAddress() {
        return direction == Direction.OUTBOUND ? to : from;
    }

    /** The project's own address. */
    public Address ownAddress() {
        return direction == Direction.OUTBOUND ? from : to;
    }

    /** The same message, were this what it says. */
    public Message saying(Content said) {
        return new Message(
                id, scope, direction, channel, endpoint, sender, from, to, said, context, referral, status, timeline, failure,
                cost, details, threadId, conversationId, contactId, contactName, window, providerMessageId, callbackData,
                fallback, continues, continuedBy, metadata, createdAt, updatedAt);
    }

    /** What kind of content it carries. */
    public ContentKind kind() {
        return ContentKind.of(content);
    }
}
