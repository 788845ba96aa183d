package io.stele.contracts.kapso;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON as a tree that compares by content, independent of the mapper under test. */
final class Json {

    private static final JsonMapper MAPPER = new JsonMapper();

    private Json() {}

    static JsonNode read(String json) {
        return MAPPER.readTree(json);
    }
}
