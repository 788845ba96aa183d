package io.stele.contracts.kapso;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The flavour's OpenAPI document, read strictly: a member that a schema does not name is a violation, so that what is
 * written but not described is found.
 */
final class ApiDocument {

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final JsonNode root;

    private ApiDocument(JsonNode root) {
        this.root = root;
    }

    static ApiDocument read() {
        try (InputStream stream = ApiDocument.class.getResourceAsStream("/openapi/kapso.yml")) {
            JsonNode root = new YAMLMapper().readTree(stream);
            root.path("components").path("schemas").forEach(ApiDocument::close);
            return new ApiDocument(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode root() {
        return root;
    }

    Set<String> schemas() {
        return Set.copyOf(root.path("components").path("schemas").propertyNames());
    }

    List<String> violations(String schema, String json) {
        ObjectNode pointer = ((ObjectNode) root.deepCopy()).put("$ref", "#/components/schemas/" + schema);
        Schema compiled = REGISTRY.getSchema(pointer);
        return compiled.validate(Json.read(json)).stream().map(Object::toString).toList();
    }

    private static void close(JsonNode node) {
        if (node instanceof ObjectNode object
                && object.path("properties").isObject()
                && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        node.forEach(ApiDocument::close);
    }
}
