package io.stele.adapters.connector.whatsapp;

import io.micronaut.json.tree.JsonNode;
import org.jspecify.annotations.Nullable;

/** Reads members of what Graph answers. */
final class Members {

    private Members() {}

    /** The text of this member; null when the node is no object, and when the member is no text or a blank one. */
    static @Nullable String text(@Nullable JsonNode node, String name) {
        JsonNode member = node != null && node.isObject() ? node.get(name) : null;
        return member != null && member.isString() && !member.getStringValue().isBlank()
                ? member.getStringValue()
                : null;
    }
}
