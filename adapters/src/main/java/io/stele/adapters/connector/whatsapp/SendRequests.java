package io.stele.adapters.connector.whatsapp;

import io.stele.adapters.graph.GraphContent;
import io.stele.adapters.graph.GraphWriter;
import io.stele.adapters.graph.MessageNames;
import io.stele.adapters.json.WireRecords;
import io.stele.contracts.kapso.graph.MessageRequest;
import io.stele.core.address.Address;
import io.stele.core.address.BusinessScopedUserId;
import io.stele.core.address.PhoneNumber;
import io.stele.core.message.Context;
import io.stele.core.message.Message;
import io.stele.core.message.MessageReference;
import io.stele.core.message.Reaction;
import org.jspecify.annotations.Nullable;

/** Writes messages as Graph takes them. Other messages are named by Meta's own ids. */
final class SendRequests {

    private final GraphWriter graph;
    private final WireRecords records;
    private final RequestMapper mapper = new RequestMapperImpl();

    SendRequests(GraphWriter graph, WireRecords records) {
        this.graph = graph;
        this.records = records;
    }

    /**
     * The request that sends the message, with our id for Graph to give back with each report. A message that is quoted, but that Meta has no
     * id for, is not quoted.
     */
    byte[] of(Message message) {
        GraphContent content = graph.content(SendableContent.of(message.content()), MessageNames.OF_PROVIDER);
        Address to = message.to();
        String quoted = quoted(message);
        return records.write(mapper.send(
                content,
                to instanceof PhoneNumber number ? number.digits() : null,
                to instanceof BusinessScopedUserId id ? id.value() : null,
                quoted == null ? null : new MessageRequest.ReplyTo(quoted),
                message.id().value().toString()));
    }

    /** The request that marks a message of a person as read. */
    byte[] readMark(String wamid, boolean typing) {
        return records.write(mapper.readMark(wamid, typing ? new MessageRequest.TypingIndicator("text") : null));
    }

    /** Graph lets a reaction quote nothing: it names its message itself. */
    private static @Nullable String quoted(Message message) {
        Context.Quote quote = message.context().quote();
        MessageReference quoted = quote == null || message.content() instanceof Reaction ? null : quote.message();
        return quoted == null ? null : quoted.providerMessageId();
    }
}
