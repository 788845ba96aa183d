package io.stele.core.event;

import java.util.Locale;

/** What kinds of events there are, by the words under which they are stored and told. The words never change. */
public enum EventKind {
    MESSAGE_QUEUED,
    MESSAGE_PROGRESSED,
    MESSAGE_PLAYED,
    MESSAGE_RECEIVED,
    MESSAGE_ECHOED,
    CONVERSATION_STARTED,
    CONVERSATION_ENDED,
    CONVERSATION_REOPENED,
    CONTACT_CREATED,
    CONTACT_CHANGED,
    IDENTITY_CHANGED,
    MARKETING_PREFERENCE_CHANGED,
    TEMPLATE_CHANGED,
    ACCOUNT_CHANGED,
    ENDPOINT_CONNECTED,
    ENDPOINT_DISCONNECTED;

    /** The event's kind. */
    public static EventKind of(Event event) {
        return switch (event) {
            case MessageQueued _ -> MESSAGE_QUEUED;
            case MessageProgressed _ -> MESSAGE_PROGRESSED;
            case MessagePlayed _ -> MESSAGE_PLAYED;
            case MessageReceived _ -> MESSAGE_RECEIVED;
            case MessageEchoed _ -> MESSAGE_ECHOED;
            case ConversationStarted _ -> CONVERSATION_STARTED;
            case ConversationEnded _ -> CONVERSATION_ENDED;
            case ConversationReopened _ -> CONVERSATION_REOPENED;
            case ContactCreated _ -> CONTACT_CREATED;
            case ContactChanged _ -> CONTACT_CHANGED;
            case IdentityChanged _ -> IDENTITY_CHANGED;
            case MarketingPreferenceChanged _ -> MARKETING_PREFERENCE_CHANGED;
            case TemplateChanged _ -> TEMPLATE_CHANGED;
            case AccountChanged _ -> ACCOUNT_CHANGED;
            case EndpointConnected _ -> ENDPOINT_CONNECTED;
            case EndpointDisconnected _ -> ENDPOINT_DISCONNECTED;
        };
    }

    /** The kind in lower case: {@code message_queued}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
