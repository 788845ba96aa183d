package io.stele.core.webhook;

import io.stele.core.channel.Endpoint;
import io.stele.core.contact.Contact;
import io.stele.core.conversation.Conversation;
import io.stele.core.conversation.ConversationThread;
import io.stele.core.event.LoggedEvent;
import io.stele.core.media.ReceivedFile;
import io.stele.core.message.Message;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event with what it is about.
 *
 * @param endpoint where it happened; null when at none
 * @param message the event's message, standing where it stood when it happened; null when the event is about none
 * @param conversation that of the message, or of the event, as it is now; null when there is none
 * @param thread that of the message, as it is now; null when there is none
 * @param contact the person concerned, as known now; null when there is none, or when it has been erased
 * @param file the file that the message is, as known now; null when it is none, or when the provider keeps it elsewhere
 * @param account the connected endpoints of the account that the event is about, oldest first; empty when it is about none
 */
public record EventView(
        LoggedEvent logged,
        @Nullable Endpoint endpoint,
        @Nullable Message message,
        @Nullable Conversation conversation,
        @Nullable ConversationThread thread,
        @Nullable Contact contact,
        @Nullable ReceivedFile file,
        List<Endpoint> account) {

    public EventView {
        account = List.copyOf(account);
    }

    /** Of no account, and without a file. */
    public EventView(
            LoggedEvent logged,
            @Nullable Endpoint endpoint,
            @Nullable Message message,
            @Nullable Conversation conversation,
            @Nullable ConversationThread thread,
            @Nullable Contact contact) {
        this(logged, endpoint, message, conversation, thread, contact, null, List.of());
    }

    /** The same with another view of the message. */
    public EventView showing(@Nullable Message shown) {
        return new EventView(logged, endpoint, shown, conversation, thread, contact, file, account);
    }

    /** The same as it is seen from an endpoint. */
    public EventView at(Endpoint seenFrom) {
        return new EventView(logged, seenFrom, message, conversation, thread, contact, file, account);
    }
}
