package io.stele.adapters.kapso;

import io.stele.adapters.graph.GraphContent;
import io.stele.adapters.graph.GraphWriter;
import io.stele.contracts.kapso.graph.MessageRequest;
import io.stele.contracts.kapso.graph.MessageResponse;
import io.stele.core.message.Context;
import io.stele.core.message.Direction;
import io.stele.core.message.Message;
import io.stele.core.message.TemplateUse;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes messages as Kapso shows them, the answer to a send, and the send itself. */
@Singleton
public final class MessageResources {

    private final GraphWriter graph;
    private final KapsoIds ids;
    private final ExtensionsWriter extensions;
    private final MessageMapper mapper;

    MessageResources(GraphWriter graph, KapsoIds ids, ExtensionsWriter extensions, MessageMapper mapper) {
        this.graph = graph;
        this.ids = ids;
        this.extensions = extensions;
        this.mapper = mapper;
    }

    /**
     * The message with everything that Kapso adds to it.
     *
     * @param phoneNumberId Meta's id of the number that it went through; null when it has none
     */
    public io.stele.contracts.kapso.Message message(Message message, @Nullable String phoneNumberId, Surface surface) {
        GraphContent content = graph.content(message.content(), ids);
        String id = ids.of(message);
        Persons person = Persons.of(message.contactAddress());
        boolean inbound = message.direction() == Direction.INBOUND;
        return mapper.message(
                new MessageEnvelope(
                        id,
                        Timestamps.unix(message.createdAt()),
                        inbound ? person.digits() : null,
                        inbound ? person.userId() : null,
                        inbound ? person.parentUserId() : null,
                        inbound ? null : person.digits(),
                        inbound ? null : person.userId(),
                        inbound ? null : person.parentUserId(),
                        message.details().identity().username(),
                        graph.context(message.context(), ids),
                        message.referral() == null ? null : graph.referral(message.referral()),
                        extensions.write(message, id, phoneNumberId, content, surface)),
                content);
    }

    /**
     * The answer to an accepted send.
     *
     * @param input the recipient as the request wrote it
     */
    public MessageResponse accepted(Message message, String input) {
        Persons person = Persons.of(message.to());
        return new MessageResponse(
                "whatsapp",
                List.of(new MessageResponse.Recipient(
                        input, person.digits(), person.userId() == null ? person.parentUserId() : person.userId())),
                List.of(new MessageResponse.AcceptedMessage(
                        ids.of(message), message.content() instanceof TemplateUse ? "accepted" : null)));
    }

    /** The request that would send this message. */
    public MessageRequest request(Message message) {
        Persons person = Persons.of(message.to());
        Context.Quote quote = message.context().quote();
        return mapper.request(
                graph.content(message.content(), ids),
                person.digits(),
                person.userId() == null ? person.parentUserId() : person.userId(),
                quote == null ? null : new MessageRequest.ReplyTo(ids.write(quote.message())),
                message.callbackData());
    }
}
