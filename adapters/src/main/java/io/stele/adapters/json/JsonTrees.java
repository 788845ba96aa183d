package io.stele.adapters.json;

import io.micronaut.json.tree.JsonNode;
import io.stele.core.message.Json;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns trees of the wire into trees of the domain and back. There and back is the same tree. */
public final class JsonTrees {

    private static final int LARGEST_EXPONENT = 400;

    private JsonTrees() {}

    /** The domain's tree. */
    public static Json toDomain(JsonNode node) {
        if (node.isObject()) {
            return toMembers(node);
        }
        if (node.isArray()) {
            List<Json> elements = new ArrayList<>();
            node.values().forEach(element -> elements.add(toDomain(element)));
            return new Json.Elements(elements);
        }
        if (node.isString()) {
            return new Json.Text(node.getStringValue());
        }
        if (node.isNumber()) {
            return new Json.Number(number(node));
        }
        return node.isBoolean() ? new Json.Truth(node.getBooleanValue()) : new Json.Null();
    }

    /**
     * The domain's object.
     *
     * @param node must be an object
     */
    public static Json.Members toMembers(JsonNode node) {
        Map<String, Json> members = new LinkedHashMap<>();
        node.entries().forEach(entry -> members.put(entry.getKey(), toDomain(entry.getValue())));
        return new Json.Members(members);
    }

    /**
     * The number of this node, exactly: the node's own conversion goes through a floating-point number.
     *
     * @param node must be a number
     */
    public static BigDecimal number(JsonNode node) {
        return switch (node.getNumberValue()) {
            case BigDecimal decimal -> decimal;
            case BigInteger whole -> new BigDecimal(whole);
            case Long whole -> BigDecimal.valueOf(whole);
            case Integer whole -> BigDecimal.valueOf(whole);
            case Number other -> new BigDecimal(other.toString());
        };
    }

    /** The wire's tree. Whole numbers are written without a fraction or an exponent. */
    public static JsonNode toWire(Json json) {
        return switch (json) {
            case Json.Members(Map<String, Json> members) -> {
                Map<String, JsonNode> nodes = new LinkedHashMap<>();
                members.forEach((name, member) -> nodes.put(name, toWire(member)));
                yield JsonNode.createObjectNode(nodes);
            }
            case Json.Elements(List<Json> elements) -> JsonNode.createArrayNode(
                    elements.stream().map(JsonTrees::toWire).toList());
            case Json.Text(String value) -> JsonNode.createStringNode(value);
            case Json.Number(BigDecimal value) -> written(value);
            case Json.Truth(boolean value) -> JsonNode.createBooleanNode(value);
            case Json.Null() -> JsonNode.nullNode();
        };
    }

    /** A hostile exponent stays an exponent: written out it would fill the memory. */
    private static JsonNode written(BigDecimal value) {
        return value.scale() <= 0 && value.scale() >= -LARGEST_EXPONENT
                ? JsonNode.createNumberNode(value.toBigIntegerExact())
                : JsonNode.createNumberNode(value);
    }
}
