package io.stele.adapters.connector.whatsapp.webhook;

import io.micronaut.json.tree.JsonNode;
import io.stele.contracts.kapso.graph.InboundMessage;
import java.util.Optional;

/** Puts the tree of a message into the record of its form. */
@FunctionalInterface
public interface MessageForm {

    /**
     * The message as a record. Members that the form does not have are passed over; a number may stand for a text, and a numeric text
     * of reasonable length for a number.
     *
     * @return empty when a member of the form is not of its type, or a number not within it
     */
    Optional<InboundMessage> of(JsonNode message);
}
