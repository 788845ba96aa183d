package io.stele.adapters.webhook;

import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The wire's records as trees, as the server writes them. */
public final class Records {

    private Records() {}

    public static JsonNode tree(Object record) {
        try {
            return ObjectMapper.getDefault().writeValueToTree(record);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The tree of this text, which must be JSON. */
    public static JsonNode read(String json) {
        try {
            return ObjectMapper.getDefault().readValue(json, JsonNode.class);
        } catch (IOException e) {
            throw new UncheckedIOException(json, e);
        }
    }
}
