package io.stele.server;

import io.micronaut.json.tree.JsonNode;
import java.net.http.HttpHeaders;
import java.util.Arrays;

/**
 * What a server answered.
 *
 * @param body JSON's null when there was none
 */
public record Answer(int status, HttpHeaders headers, String text, JsonNode body) {

    /** The member at this path of names and positions: {@code at("data", 0, "id")}; JSON's null where there is none. */
    public JsonNode at(Object... path) {
        JsonNode node = body;
        for (Object step : path) {
            node = step instanceof Integer index ? node.get(index) : node.get((String) step);
            if (node == null) {
                return JsonNode.nullNode();
            }
        }
        return node;
    }

    /** The string at this path. */
    public String string(Object... path) {
        JsonNode node = at(path);
        if (!node.isString()) {
            throw new AssertionError("no string at " + Arrays.toString(path) + " in " + text);
        }
        return node.getStringValue();
    }
}
