package io.stele.adapters.kapso.webhook;

import io.stele.adapters.kapso.KapsoIds;
import io.stele.adapters.kapso.ResourceMapper;
import io.stele.adapters.kapso.Surface;
import io.stele.adapters.kapso.Timestamps;
import io.stele.contracts.kapso.webhook.ConversationEvent;
import io.stele.contracts.kapso.webhook.EventConversation;
import io.stele.core.conversation.Conversation;
import io.stele.core.event.ConversationEnded;
import io.stele.core.message.Message;
import io.stele.core.webhook.EventView;
import io.stele.core.webhook.SilenceView;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Kapso's events of conversations. One that has been erased is told by its id. */
@Singleton
final class ConversationEvents {

    private static final String ACTIVE = "active";
    private static final String ENDED = "ended";

    private final ResourceMapper resources;
    private final KapsoIds ids;
    private final EventMapper mapper;

    ConversationEvents(ResourceMapper resources, KapsoIds ids, EventMapper mapper) {
        this.resources = resources;
        this.ids = ids;
        this.mapper = mapper;
    }

    Telling changed(KapsoEvent event, UUID conversation, EventView view, String number) {
        return new Telling(
                event, null, () -> new ConversationEvent(shown(view, conversation, number), null, null, number));
    }

    Telling silent(SilenceView view, Duration silence, String number) {
        return new Telling(KapsoEvent.CONVERSATION_INACTIVE, null, () -> new ConversationEvent(
                shown(view.conversation(), status(view.conversation(), view.at()), view.at(), number),
                since(view.last()),
                new ConversationEvent.Inactivity(silence.toMinutes()),
                number));
    }

    /** The conversation of an event. */
    EventConversation shown(EventView view, UUID id, String number) {
        Conversation conversation = view.conversation();
        if (conversation == null) {
            return new EventConversation(
                    id.toString(), null, null, null, null, null, null, null, null, null, null, number, null);
        }
        Instant at = view.logged().at();
        String status =
                view.logged().event() instanceof ConversationEnded ? ENDED : status(conversation, at);
        return shown(conversation, status, at, number);
    }

    private EventConversation shown(Conversation conversation, String status, Instant at, String number) {
        return mapper.conversation(
                resources.conversation(conversation, number, Surface.PLATFORM, at), status, conversation.contactName());
    }

    /** It stands as it is now; whether it was over is asked of the moment of the event. */
    private static String status(Conversation conversation, Instant at) {
        Instant endedAt = conversation.endedAt();
        return endedAt == null || at.isBefore(endedAt) ? ACTIVE : ENDED;
    }

    private ConversationEvent.@Nullable SinceMessage since(@Nullable Message last) {
        return last == null
                ? null
                : new ConversationEvent.SinceMessage(
                        ids.of(last),
                        ids.of(last),
                        last.direction().name().toLowerCase(Locale.ROOT),
                        Timestamps.iso(last.createdAt()));
    }
}
