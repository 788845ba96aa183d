package io.stele.server.store.webhook;

import io.stele.core.address.Address;
import io.stele.core.channel.Channel;
import io.stele.core.channel.Endpoint;
import io.stele.core.channel.EndpointId;
import io.stele.core.event.AccountChanged;
import io.stele.core.event.ContactChanged;
import io.stele.core.event.ContactCreated;
import io.stele.core.event.ConversationEnded;
import io.stele.core.event.ConversationReopened;
import io.stele.core.event.ConversationStarted;
import io.stele.core.event.EndpointConnected;
import io.stele.core.event.EndpointDisconnected;
import io.stele.core.event.IdentityChanged;
import io.stele.core.event.LoggedEvent;
import io.stele.core.event.MarketingPreferenceChanged;
import io.stele.core.event.MessageEchoed;
import io.stele.core.event.MessagePlayed;
import io.stele.core.event.MessageProgressed;
import io.stele.core.event.MessageQueued;
import io.stele.core.event.MessageReceived;
import io.stele.core.event.TemplateChanged;
import io.stele.core.message.Direction;
import io.stele.core.message.Failure;
import io.stele.core.message.Message;
import io.stele.core.message.Status;
import io.stele.core.message.Timeline;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a message stood when something happened to it.
 *
 * @param providerMessageId null as long as the provider had not named it
 */
record Standing(Status status, Timeline timeline, @Nullable Failure failure, @Nullable String providerMessageId) {

    /**
     * The message as it stood when the event happened.
     *
     * @param message as it is now
     * @param endpoint the event's; null when it is gone
     */
    static Message of(Message message, LoggedEvent event, @Nullable Endpoint endpoint) {
        return switch (event.event()) {
            case MessageQueued _ -> new Standing(
                            Status.QUEUED, message.timeline().upTo(Status.QUEUED), null, null)
                    .applied(message, event.at(), endpoint);
            case MessageProgressed(_, _, Status status, Timeline timeline, var failure, var provider) -> new Standing(
                            status, timeline, failure, provider == null ? message.providerMessageId() : provider)
                    .applied(message, event.at(), endpoint);
            case MessagePlayed _ -> new Standing(
                            Status.READ, message.timeline(), null, message.providerMessageId())
                    .applied(message, event.at(), endpoint);
            case MessageReceived(_, _, String providerMessageId, _, _) -> new Standing(
                            Status.RECEIVED, message.timeline().upTo(Status.RECEIVED), null, providerMessageId)
                    .applied(message, event.at(), endpoint);
            case MessageEchoed(_, _, String providerMessageId, _) -> new Standing(
                            Status.SENT, message.timeline().upTo(Status.SENT), null, providerMessageId)
                    .applied(message, event.at(), endpoint);
            case ConversationStarted _,
                    ConversationEnded _,
                    ConversationReopened _,
                    ContactCreated _,
                    ContactChanged _,
                    IdentityChanged _,
                    MarketingPreferenceChanged _,
                    TemplateChanged _,
                    AccountChanged _,
                    EndpointConnected _,
                    EndpointDisconnected _ -> message;
        };
    }

    /** A message that goes by another endpoint now is shown at the one that it had then. */
    private Message applied(Message message, Instant at, @Nullable Endpoint endpoint) {
        Endpoint former = endpoint == null || message.direction() == Direction.INBOUND || endpoint.id().equals(message.endpoint())
                ? null
                : endpoint;
        Channel channel = former == null ? message.channel() : former.channel();
        EndpointId through = former == null ? message.endpoint() : former.id();
        Address from = former == null ? message.from() : former.address();
        return new Message(
                message.id(), message.scope(), message.direction(), channel, through, message.sender(), from, message.to(),
                message.content(), message.context(), message.referral(), status, timeline, failure, message.cost(),
                message.details(), message.threadId(), message.conversationId(), message.contactId(), message.contactName(), message.window(),
                former == null ? providerMessageId : null, message.callbackData(), message.fallback(), message.metadata(), message.createdAt(),
                at);
    }
}
