package io.stele.adapters.connector.whatsapp.webhook;

import io.micronaut.json.tree.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Bends a tree in some places: leaves out, doubles, renames, and puts in what does not belong there. */
final class Bending {

    private static final List<JsonNode> STRANGERS = List.of(
            JsonNode.nullNode(),
            JsonNode.createBooleanNode(true),
            JsonNode.createNumberNode(0),
            JsonNode.createNumberNode(-1),
            JsonNode.createNumberNode(Long.MAX_VALUE),
            JsonNode.createNumberNode(new BigDecimal("1e999999999")),
            JsonNode.createNumberNode(new BigDecimal("-1e-999999999")),
            JsonNode.createNumberNode(new BigDecimal("2.5")),
            JsonNode.createStringNode(""),
            JsonNode.createStringNode(" "),
            JsonNode.createStringNode("\u0000"),
            JsonNode.createStringNode("\ud800"),
            JsonNode.createStringNode("1e999999999"),
            JsonNode.createStringNode("9".repeat(1_000)),
            JsonNode.createStringNode("x".repeat(300_000)),
            JsonNode.createStringNode("text"),
            JsonNode.createStringNode("template"),
            JsonNode.createStringNode("contacts"),
            JsonNode.createStringNode("nfm_reply"),
            JsonNode.createArrayNode(List.of()),
            JsonNode.createArrayNode(List.of(JsonNode.nullNode(), JsonNode.createNumberNode(1))),
            JsonNode.createObjectNode(Map.of()),
            JsonNode.createObjectNode(Map.of("id", JsonNode.createObjectNode(Map.of()))),
            deep());

    private final Random random;

    private Bending(Random random) {
        this.random = random;
    }

    static Bending of(long seed) {
        return new Bending(new Random(seed));
    }

    /** The object, still an object, with about one in eight of its parts bent. */
    JsonNode bend(JsonNode object) {
        return JsonNode.createObjectNode(members(object));
    }

    private JsonNode part(JsonNode node) {
        if (random.nextInt(12) == 0) {
            return STRANGERS.get(random.nextInt(STRANGERS.size()));
        }
        if (node.isObject()) {
            return JsonNode.createObjectNode(members(node));
        }
        return node.isArray() ? JsonNode.createArrayNode(elements(node)) : node;
    }

    private Map<String, JsonNode> members(JsonNode object) {
        Map<String, JsonNode> bent = new LinkedHashMap<>();
        object.entries().forEach(entry -> {
            switch (random.nextInt(24)) {
                case 0 -> {}
                case 1 -> bent.put(entry.getKey() + "_", part(entry.getValue()));
                case 2 -> bent.put("", entry.getValue());
                default -> bent.put(entry.getKey(), part(entry.getValue()));
            }
        });
        return bent;
    }

    private List<JsonNode> elements(JsonNode array) {
        List<JsonNode> bent = new ArrayList<>();
        array.values().forEach(each -> {
            for (int copies = random.nextInt(8) == 0 ? random.nextInt(3) : 1; copies > 0; copies--) {
                bent.add(part(each));
            }
        });
        return bent;
    }

    private static JsonNode deep() {
        JsonNode node = JsonNode.nullNode();
        for (int i = 0; i < 5_000; i++) {
            node = JsonNode.createArrayNode(List.of(node));
        }
        return node;
    }
}
