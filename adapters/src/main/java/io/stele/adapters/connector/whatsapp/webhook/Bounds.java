package io.stele.adapters.connector.whatsapp.webhook;

import io.micronaut.json.tree.JsonNode;
import io.stele.adapters.json.JsonTrees;
import io.stele.core.message.Json;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How much of a tree is kept: it is held in memory, written as one row, and shown inside of other objects. Nothing that WhatsApp
 * carries comes near these bounds, so that whatever is beyond them was made to do harm.
 */
final class Bounds {

    /** How many characters the names and values may have, where each value counts as one more: no message says more (core's rules). */
    static final int MOST = 262_144;

    /** How deep objects and arrays may stand in each other: this many more levels are left for what stands around. */
    static final int DEEPEST = 32;

    private final int most;
    private long seen;

    private Bounds(int most) {
        this.most = most;
    }

    /** Whether the tree is within the bounds. */
    static boolean hold(JsonNode tree) {
        return hold(tree, MOST);
    }

    /**
     * The object, or as much of it as is within the bounds: strings are cut, and what stands too deep or comes too late is left out.
     *
     * @param object must be an object
     */
    static Json.Members kept(JsonNode object) {
        return kept(object, MOST);
    }

    /** As {@link #kept(JsonNode)}, however much it is. */
    static Json.Members keptWhole(JsonNode object) {
        return kept(object, Integer.MAX_VALUE);
    }

    private static Json.Members kept(JsonNode object, int most) {
        return JsonTrees.toMembers(hold(object, most) ? object : new Bounds(most).cut(object, 1));
    }

    private record Level(JsonNode node, int depth) {}

    private static boolean hold(JsonNode tree, int most) {
        Bounds bounds = new Bounds(most);
        Deque<Level> open = new ArrayDeque<>();
        open.push(new Level(tree, 1));
        while (!open.isEmpty()) {
            Level level = open.pop();
            JsonNode node = level.node();
            bounds.seen += 1 + length(node);
            if (!fits(node, level.depth())) {
                return false;
            }
            if (node.isArray()) {
                node.values().forEach(each -> open.push(new Level(each, level.depth() + 1)));
            } else if (node.isObject()) {
                node.entries().forEach(entry -> {
                    bounds.seen += entry.getKey().length();
                    open.push(new Level(entry.getValue(), level.depth() + 1));
                });
            }
            if (bounds.seen > most) {
                return false;
            }
        }
        return true;
    }

    private static int length(JsonNode node) {
        if (node.isString()) {
            return node.getStringValue().length();
        }
        return node.isNumber() ? node.coerceStringValue().length() : 0;
    }

    private JsonNode cut(JsonNode node, int depth) {
        seen += 1;
        if (node.isArray()) {
            return JsonNode.createArrayNode(elements(node, depth));
        }
        if (node.isObject()) {
            return JsonNode.createObjectNode(members(node, depth));
        }
        if (node.isString()) {
            String text = Nodes.cut(node.getStringValue(), (int) Math.max(0, most - seen));
            seen += text.length();
            return JsonNode.createStringNode(text);
        }
        seen += length(node);
        return node;
    }

    private List<JsonNode> elements(JsonNode array, int depth) {
        List<JsonNode> kept = new ArrayList<>();
        for (JsonNode each : array.values()) {
            if (seen >= most) {
                break;
            }
            if (fits(each, depth + 1)) {
                kept.add(cut(each, depth + 1));
            }
        }
        return kept;
    }

    private Map<String, JsonNode> members(JsonNode object, int depth) {
        Map<String, JsonNode> kept = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : object.entries()) {
            if (seen + entry.getKey().length() >= most) {
                break;
            }
            if (fits(entry.getValue(), depth + 1)) {
                seen += entry.getKey().length();
                kept.put(entry.getKey(), cut(entry.getValue(), depth + 1));
            }
        }
        return kept;
    }

    private static boolean fits(JsonNode node, int depth) {
        return depth <= DEEPEST || !node.isContainerNode();
    }
}
