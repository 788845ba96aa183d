package io.stele.server.store.webhook;

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
     */
    static Message of(Message message, LoggedEvent event) {
        return switch (event.event()) {
            case MessageQueued _ -> new Standing(
                            Status.QUEUED, message.timeline().upTo(Status.QUEUED), null, null)
                    .applied(message, event.at());
            case MessageProgressed(_, _, Status status, Timeline timeline, var failure, var provider, _, _) ->
                new Standing(status, timeline, failure, provider == null ? message.providerMessageId() : provider)
                    .applied(message, event.at());
            case MessagePlayed _ -> new Standing(
                            Status.READ, message.timeline(), null, message.providerMessageId())
                    .applied(message, event.at());
            case MessageReceived(_, _, String providerMessageId, _, _) -> new Standing(
                            Status.RECEIVED, message.timeline().upTo(Status.RECEIVED), null, providerMessageId)
                    .applied(message, event.at());
            case MessageEchoed(_, _, String providerMessageId, _) -> new Standing(
                            Status.SENT, message.timeline().upTo(Status.SENT), null, providerMessageId)
                    .applied(message, event.at());
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

    private Message applied(Message message, Instant at) {
        return new Message(
                message.id(), message.scope(), message.direction(), message.channel(), message.endpoint(), message.sender(), message.from(),
                message.to(), message.content(), message.context(), message.referral(), status, timeline, failure, message.cost(),
                message.details(), message.threadId(), message.conversationId(), message.contactId(), message.contactName(), message.window(),
                providerMessageId, message.callbackData(), message.fallback(), message.continues(), message.continuedBy(),
                message.metadata(), message.createdAt(), at);
    }
}
