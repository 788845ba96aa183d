package io.stele.adapters.graph;

import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts nulls where clients have something. */
final class Holes {

    private int arraysBefore;

    private Holes(int arraysBefore) {
        this.arraysBefore = arraysBefore;
    }

    /** The tree with a null at the end of one of its arrays, counted as they stand; unchanged when it has fewer. */
    static JsonNode in(JsonNode tree, int which) {
        return new Holes(which).filled(tree);
    }

    private JsonNode filled(JsonNode node) {
        if (node.isObject()) {
            Map<String, JsonNode> members = new LinkedHashMap<>();
            node.entries().forEach(entry -> members.put(entry.getKey(), filled(entry.getValue())));
            return JsonNode.createObjectNode(members);
        }
        if (node.isArray()) {
            boolean isMeant = arraysBefore-- == 0;
            List<JsonNode> elements = new ArrayList<>();
            node.values().forEach(element -> elements.add(filled(element)));
            if (isMeant) {
                elements.add(JsonNode.nullNode());
            }
            return JsonNode.createArrayNode(elements);
        }
        return node;
    }
}
