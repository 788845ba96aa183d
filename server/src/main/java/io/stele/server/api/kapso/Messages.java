package io.stele.server.api.kapso;

import io.stele.adapters.WireException;
import io.stele.adapters.kapso.KapsoIds;
import io.stele.adapters.kapso.MessageStatuses;
import io.stele.adapters.kapso.MessageTypes;
import io.stele.core.channel.Channel;
import io.stele.core.channel.EndpointId;
import io.stele.core.intake.References;
import io.stele.core.message.Direction;
import io.stele.core.message.Message;
import io.stele.core.message.MessageFilter;
import io.stele.core.message.MessageReference;
import io.stele.core.message.Status;
import io.stele.core.project.Scope;
import io.stele.core.refusal.RejectedException;
import io.stele.core.refusal.Rejection;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the messages that a caller means: WhatsApp's only. */
@Singleton
final class Messages {

    private final References references;
    private final KapsoIds ids;

    Messages(References references, KapsoIds ids) {
        this.references = references;
        this.ids = ids;
    }

    /**
     * The message with this id, Kapso's or the provider's.
     *
     * @param number the number that it must have gone through; null for any
     * @throws RejectedException when the scope has no such message on WhatsApp
     */
    Message get(Scope scope, String id, @Nullable EndpointId number) {
        return find(scope, ids.read(id), number)
                .orElseThrow(() -> new RejectedException(new Rejection.NotFound(Rejection.Resource.MESSAGE, id)));
    }

    /** The message that is meant; empty when the scope has none such on WhatsApp, or through the number. */
    Optional<Message> find(Scope scope, MessageReference reference, @Nullable EndpointId number) {
        return references
                .find(scope, reference)
                .filter(message -> message.channel() == Channel.WHATSAPP)
                .filter(message -> number == null || message.endpoint().equals(number));
    }

    /**
     * Which of the number's messages the proxy's query asks for.
     *
     * @throws WireException when a parameter has a wrong value
     */
    static MessageFilter ofNumber(Query query, EndpointId number) {
        return common(query)
                .through(number)
                .since(query.moment("since").orElse(null))
                .until(query.moment("until").orElse(null))
                .build();
    }

    /**
     * Which of the project's messages the platform's query asks for.
     *
     * @param number only those through this number; null for all
     * @throws WireException when a parameter has a wrong value
     */
    static MessageFilter ofProject(Query query, @Nullable EndpointId number) {
        Optional<String> type = query.text("message_type");
        return common(query)
                .through(number)
                .ofKind(type.map(MessageTypes::kinds).orElse(Set.of()))
                .ofUnsupportedKind(type.orElse(null))
                .withContact(query.text(People.USER_ID).map(People::withUserId).orElse(null))
                .contactContaining(query.text(People.PHONE_NUMBER).map(People::part).orElse(null))
                .withMedia(query.truth("has_media").orElse(null))
                .build();
    }

    /** What both surfaces can be asked for. */
    private static MessageFilter.Builder common(Query query) {
        return MessageFilter.builder()
                .on(Channel.WHATSAPP)
                .inConversation(query.uuid("conversation_id").orElse(null))
                .going(query.text("direction").map(Messages::direction).orElse(null))
                .withStatus(query.text("status").map(Messages::status).orElse(Set.of()));
    }

    private static Direction direction(String text) {
        return switch (text) {
            case "inbound" -> Direction.INBOUND;
            case "outbound" -> Direction.OUTBOUND;
            default -> throw new WireException("direction", "must be inbound or outbound");
        };
    }

    private static Set<Status> status(String text) {
        return MessageStatuses.meaning(text)
                .orElseThrow(
                        () -> new WireException("status", "must be pending, sent, delivered, read or failed"));
    }
}
