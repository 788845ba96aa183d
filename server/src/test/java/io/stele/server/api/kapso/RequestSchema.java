package io.stele.server.api.kapso;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The body of a send, as the API's document describes it. */
final class RequestSchema {

    private static final JsonNode DOCUMENT = read();

    private RequestSchema() {}

    /** Whether a send has something at this path: {@code interactive.action.buttons[0].reply.title}. */
    static boolean has(String path) {
        JsonNode schema = DOCUMENT.at("/components/schemas/MessageRequest");
        for (String step : path.split("\\.", -1)) {
            int bracket = step.indexOf('[');
            String name = bracket < 0 ? step : step.substring(0, bracket);
            schema = resolved(schema.path("properties").path(name));
            if (bracket >= 0) {
                schema = resolved(schema.path("items"));
            }
        }
        return !schema.isMissingNode();
    }

    private static JsonNode resolved(JsonNode schema) {
        JsonNode reference = schema.path("$ref");
        return reference.isString() ? DOCUMENT.at(reference.asString().substring(1)) : schema;
    }

    private static JsonNode read() {
        try (InputStream stream = RequestSchema.class.getResourceAsStream("/openapi/kapso.yml")) {
            return new YAMLMapper().readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
