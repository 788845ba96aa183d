package io.stele.server.api.kapso;

import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which of Kapso's extensions an answer has (contract §1.9). Names that are not known, and all outside of
 * {@code kapso(…)}, change nothing.
 */
final class FieldSelection {

    /** Those of a message that are there unless others are asked for. */
    private static final Set<String> USUAL_OF_MESSAGE = Set.of(
            "direction",
            "status",
            "processing_status",
            "phone_number",
            "has_media",
            "media_data",
            "media_url",
            "whatsapp_conversation_id",
            "contact_name",
            "message_type_data",
            "content",
            "flow_response",
            "flow_token",
            "flow_name",
            "order_text");

    private static final Pattern EXTENSIONS = Pattern.compile("kapso\\(([^()]*)\\)");
    private static final String MEMBER = "kapso";

    private final boolean none;
    private final boolean usual;
    private final Set<String> named;

    private FieldSelection(boolean none, boolean usual, Set<String> named) {
        this.none = none;
        this.usual = usual;
        this.named = named;
    }

    /** What the query asks for, all its parameters and all their items together; without any, the usual extensions. */
    static FieldSelection of(Query query) {
        List<String> selections = items(String.join(",", query.texts("fields"))).stream()
                .map(item -> EXTENSIONS.matcher(item.strip()))
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .toList();
        if (selections.isEmpty()) {
            return new FieldSelection(false, true, Set.of());
        }
        Set<String> names = new TreeSet<>();
        for (String name : String.join(",", selections).split(",", -1)) {
            if (!name.isBlank()) {
                names.add(name.strip());
            }
        }
        boolean usual = names.remove("default") | names.remove("*");
        return new FieldSelection(names.isEmpty() && !usual, usual, names);
    }

    /** The parts between the commas that do not stand in brackets. */
    private static List<String> items(String text) {
        List<String> items = new ArrayList<>();
        int open = 0;
        int begin = 0;
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '(' -> open++;
                case ')' -> open = Math.max(0, open - 1);
                case ',' -> {
                    if (open == 0) {
                        items.add(text.substring(begin, i));
                        begin = i + 1;
                    }
                }
                default -> {}
            }
        }
        items.add(text.substring(begin));
        return items;
    }

    /** The message with those extensions that are asked for. */
    JsonNode ofMessage(JsonNode message) {
        return with(message, name -> named.contains(name) || usual && USUAL_OF_MESSAGE.contains(name));
    }

    /** The conversation with those extensions that are asked for. */
    JsonNode ofConversation(JsonNode conversation) {
        return with(conversation, name -> named.contains(name) || usual);
    }

    private JsonNode with(JsonNode resource, Predicate<String> wanted) {
        Map<String, JsonNode> members = new LinkedHashMap<>();
        resource.entries().forEach(entry -> {
            if (!entry.getKey().equals(MEMBER)) {
                members.put(entry.getKey(), entry.getValue());
            } else if (!none) {
                members.put(MEMBER, extensions(entry.getValue(), wanted));
            }
        });
        return JsonNode.createObjectNode(members);
    }

    private static JsonNode extensions(JsonNode extensions, Predicate<String> wanted) {
        Map<String, JsonNode> members = new LinkedHashMap<>();
        extensions.entries().forEach(entry -> {
            if (wanted.test(entry.getKey())) {
                members.put(entry.getKey(), entry.getValue());
            }
        });
        return JsonNode.createObjectNode(members);
    }
}
