package io.stele.adapters.connector.whatsapp.webhook;

import io.micronaut.json.tree.JsonNode;
import io.stele.core.channel.Endpoint;
import java.time.Instant;
import java.util.List;

/**
 * A change that is about one number.
 *
 * @param endpoint the number's
 * @param now what is taken for moments that are not told
 */
record Change(JsonNode value, Endpoint endpoint, Instant now) {

    /** The people whom the change describes. */
    List<JsonNode> contacts() {
        return Nodes.objects(value, "contacts");
    }

    Instant moment(JsonNode node) {
        return Nodes.moment(node, "timestamp", now);
    }
}
