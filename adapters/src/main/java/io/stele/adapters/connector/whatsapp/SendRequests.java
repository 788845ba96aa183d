package io.stele.adapters.connector.whatsapp;

import io.micronaut.json.JsonMapper;
import io.stele.adapters.graph.GraphContent;
import io.stele.adapters.graph.GraphWriter;
import io.stele.adapters.graph.MessageNames;
import io.stele.contracts.kapso.graph.MessageRequest;
import io.stele.core.address.Address;
import io.stele.core.address.BusinessScopedUserId;
import io.stele.core.address.PhoneNumber;
import io.stele.core.message.Context;
import io.stele.core.message.Message;
import io.stele.core.message.MessageReference;
import io.stele.core.message.Reaction;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Writes messages as Graph takes them. Other messages are named by Meta's own ids. */
final class SendRequests {

    private final GraphWriter graph;
    private final JsonMapper json;
    private final RequestMapper mapper = new RequestMapperImpl();

    SendRequests(GraphWriter graph, JsonMapper json) {
        this.graph = graph;
        this.json = json;
    }

    /**
     * The request that sends the message, with our id for Graph to give back with each report. A message that is quoted, but that Meta has no
     * id for, is not quoted.
     */
    byte[] of(Message message) {
        GraphContent content = graph.content(SendableContent.of(message.content()), MessageNames.OF_PROVIDER);
        Address to = message.to();
        String quoted = quoted(message);
        return written(mapper.send(
                content,
                to instanceof PhoneNumber number ? number.digits() : null,
                to instanceof BusinessScopedUserId id ? id.value() : null,
                quoted == null ? null : new MessageRequest.ReplyTo(quoted),
                message.id().value().toString()));
    }

    /** The request that marks a message of a person as read. */
    byte[] readMark(String wamid, boolean typing) {
        return written(mapper.readMark(wamid, typing ? new MessageRequest.TypingIndicator("text") : null));
    }

    /** Graph lets a reaction quote nothing: it names its message itself. */
    private static @Nullable String quoted(Message message) {
        Context.Quote quote = message.context().quote();
        MessageReference quoted = quote == null || message.content() instanceof Reaction ? null : quote.message();
        return quoted == null ? null : quoted.providerMessageId();
    }

    private byte[] written(MessageRequest request) {
        try {
            return json.writeValueAsBytes(request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
