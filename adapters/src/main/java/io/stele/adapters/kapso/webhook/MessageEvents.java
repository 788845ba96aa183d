package io.stele.adapters.kapso.webhook;

import io.stele.adapters.kapso.MessageResources;
import io.stele.adapters.kapso.MessageStatuses;
import io.stele.adapters.kapso.Surface;
import io.stele.adapters.kapso.Timestamps;
import io.stele.contracts.kapso.webhook.MessageEvent;
import io.stele.core.conversation.Conversation;
import io.stele.core.event.MessageEchoed;
import io.stele.core.event.MessageProgressed;
import io.stele.core.event.MessageReceived;
import io.stele.core.message.Message;
import io.stele.core.message.Reaction;
import io.stele.core.message.Status;
import io.stele.core.message.Timeline;
import io.stele.core.webhook.EventView;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Kapso's events of messages. A message that has been erased can no longer be told. */
@Singleton
final class MessageEvents {

    private final MessageResources messages;
    private final ConversationEvents conversations;
    private final EventMapper mapper;

    MessageEvents(MessageResources messages, ConversationEvents conversations, EventMapper mapper) {
        this.messages = messages;
        this.conversations = conversations;
        this.mapper = mapper;
    }

    Optional<Telling> received(MessageReceived event, EventView view, String number) {
        return Optional.ofNullable(view.message()).map(message -> new Telling(
                KapsoEvent.MESSAGE_RECEIVED,
                message.conversationId(),
                () -> event(view, message, number, event.startsConversation(), shown(
                        message, number, message.createdAt(), "received", "pending"))));
    }

    Optional<Telling> echoed(MessageEchoed event, EventView view, String number) {
        return Optional.ofNullable(view.message()).map(message -> new Telling(
                KapsoEvent.MESSAGE_SENT,
                message.conversationId(),
                () -> event(view, message, number, event.startsConversation(), shown(
                        message, number, sentAt(message), "sent", "completed"))));
    }

    Optional<Telling> progressed(MessageProgressed event, EventView view, String number) {
        Message message = view.message();
        KapsoEvent name = name(event.status());
        if (message == null || name == null || !isTold(event.status(), message)) {
            return Optional.empty();
        }
        return Optional.of(new Telling(
                name,
                name == KapsoEvent.MESSAGE_SENT ? message.conversationId() : null,
                () -> event(view, message, number, isFirst(event, view, message), shown(
                        message,
                        number,
                        reachedAt(event, view.logged().at()),
                        MessageStatuses.of(event.status()),
                        "completed"))));
    }

    /** When the message got where the event says. */
    static Instant reachedAt(MessageProgressed event, Instant otherwise) {
        Timeline timeline = event.timeline();
        Instant at =
                switch (event.status()) {
                    case SENT -> timeline.sentAt();
                    case DELIVERED -> timeline.deliveredAt();
                    case READ -> timeline.readAt();
                    case FAILED -> timeline.failedAt();
                    case HELD, QUEUED, SENDING, RECEIVED -> null;
                };
        return at == null ? otherwise : at;
    }

    /** Of a reaction WhatsApp never says that it has arrived. */
    static boolean isTold(Status status, Message message) {
        return !(message.content() instanceof Reaction) || status == Status.SENT || status == Status.FAILED;
    }

    /** When somebody sent the message with the channel's own app. */
    static Instant sentAt(Message message) {
        Instant sentAt = message.timeline().sentAt();
        return sentAt == null ? message.createdAt() : sentAt;
    }

    private static @Nullable KapsoEvent name(Status status) {
        return switch (status) {
            case SENT -> KapsoEvent.MESSAGE_SENT;
            case DELIVERED -> KapsoEvent.MESSAGE_DELIVERED;
            case READ -> KapsoEvent.MESSAGE_READ;
            case FAILED -> KapsoEvent.MESSAGE_FAILED;
            case HELD, QUEUED, SENDING, RECEIVED -> null;
        };
    }

    /** Whether the conversation came into being with the message. */
    private static boolean isFirst(MessageProgressed event, EventView view, Message message) {
        Conversation conversation = view.conversation();
        return event.status() == Status.SENT
                && conversation != null
                && !message.createdAt().isAfter(conversation.createdAt());
    }

    private MessageEvent event(
            EventView view,
            Message message,
            String number,
            boolean startsConversation,
            io.stele.contracts.kapso.Message shown) {
        return new MessageEvent(
                shown, conversations.shown(view, message.conversationId(), number), startsConversation, number);
    }

    private io.stele.contracts.kapso.Message shown(
            Message message, String number, Instant at, String status, String processing) {
        io.stele.contracts.kapso.Message shown = messages.message(message, number, Surface.PLATFORM);
        return mapper.message(shown, Timestamps.unix(at), mapper.extensions(shown.kapso(), status, processing));
    }
}
