package io.stele.server.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.micronaut.jackson.core.tree.JsonNodeTreeCodec;
import io.micronaut.json.JsonStreamConfig;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;

/** Reads exactly one JSON value, with numbers as they were written. */
final class JsonBodies {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final JsonNodeTreeCodec CODEC = JsonNodeTreeCodec.getInstance()
            .withConfig(JsonStreamConfig.DEFAULT.withUseBigDecimalForFloats(true));

    private JsonBodies() {}

    /** @throws IOException when the bytes are no JSON, or more than one value */
    static JsonNode read(byte[] body) throws IOException {
        try (JsonParser parser = FACTORY.createParser(body)) {
            JsonNode tree = CODEC.readTree(parser);
            if (tree == null || parser.nextToken() != null) {
                throw new IOException("exactly one JSON value is expected");
            }
            return tree;
        }
    }
}
