package io.stele.server.api.kapso;

import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import io.stele.adapters.json.JsonTexts;
import io.stele.server.http.JsonBodies;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Optional;

/** Turns wire records and texts into trees. */
@Singleton
final class Trees implements JsonTexts {

    private final JsonMapper json;

    Trees(JsonMapper json) {
        this.json = json;
    }

    /** The record as it would be written. */
    JsonNode of(Object record) {
        try {
            return json.writeValueToTree(record);
        } catch (IOException e) {
            throw new IllegalStateException("a wire record can be written", e);
        }
    }

    @Override
    public Optional<JsonNode> read(String text) {
        try {
            return Optional.of(JsonBodies.read(text));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
