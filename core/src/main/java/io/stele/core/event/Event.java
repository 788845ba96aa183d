package io.stele.core.event;

import io.stele.core.channel.EndpointId;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened. An event tells how things stood when it happened; what never changes, such as the content of a
 * message, is looked up.
 *
 * <p>Every {@code switch} over it is exhaustive without a {@code default}: a new kind does not compile until each API has said
 * what its subscribers are told.
 */
public sealed interface Event
        permits MessageQueued,
                MessageProgressed,
                MessagePlayed,
                MessageReceived,
                MessageEchoed,
                ConversationStarted,
                ConversationEnded,
                ConversationReopened,
                ContactCreated,
                ContactChanged,
                IdentityChanged,
                MarketingPreferenceChanged,
                TemplateChanged,
                AccountChanged,
                EndpointConnected,
                EndpointDisconnected {

    /** The endpoint at which it happened; null when it happened at none. */
    @Nullable EndpointId endpoint();

    /**
     * The provider's account that it is about, which all endpoints of that account share; null when it is about none. An event that is
     * about an account happened at no endpoint.
     */
    default @Nullable String businessAccount() {
        return null;
    }
}
