package io.stele.server.matrix;

import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * JSON as text that can be compared: the members of each object are in alphabetical order, and our links to files, which are others each
 * time, are {@code $link}.
 */
public final class Sorted {

    private static final JsonMapper JSON = JsonMapper.createDefault();
    private static final Pattern LINK = Pattern.compile("http://localhost:[0-9]+/media/[A-Za-z0-9_-]+");

    private Sorted() {}

    /** The tree as text. */
    public static String text(JsonNode tree) {
        try {
            String text = new String(JSON.writeValueAsBytes(sorted(tree)), StandardCharsets.UTF_8);
            return LINK.matcher(text).replaceAll(Matcher.quoteReplacement("$link"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode sorted(JsonNode tree) {
        if (tree.isArray()) {
            List<JsonNode> elements = new ArrayList<>();
            tree.values().forEach(element -> elements.add(sorted(element)));
            return JsonNode.createArrayNode(elements);
        }
        if (!tree.isObject()) {
            return tree;
        }
        Map<String, JsonNode> members = new TreeMap<>();
        tree.entries().forEach(entry -> members.put(entry.getKey(), sorted(entry.getValue())));
        return JsonNode.createObjectNode(members);
    }
}
