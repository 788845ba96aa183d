package io.stele.adapters.connector.whatsapp.webhook;

import io.micronaut.json.tree.JsonNode;
import io.stele.core.channel.Endpoint;
import java.time.Instant;

/**
 * A change that is about one number.
 *
 * @param endpoint the number's
 * @param contacts the people whom the change describes
 * @param now what is taken for moments that are not told
 */
record Change(JsonNode value, Endpoint endpoint, Contacts contacts, Instant now) {

    Change(JsonNode value, Endpoint endpoint, Instant now) {
        this(value, endpoint, Contacts.of(value), now);
    }

    Instant moment(JsonNode node) {
        return Nodes.moment(node, "timestamp", now);
    }
}
