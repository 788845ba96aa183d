package io.stele.server.matrix;

import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** What a message resource shows of what the message says: without ids, times and people, which other tests look at. */
public final class Shown {

    private static final Set<String> ZAVU = Set.of("messageType", "text", "content", "channel", "direction");
    private static final Set<String> KAPSO_ENVELOPE = Set.of("id", "timestamp", "from", "to", "kapso");
    private static final Set<String> KAPSO_EXTENSIONS = Set.of(
            "content",
            "has_media",
            "media_url",
            "media_data",
            "message_type_data",
            "flow_response",
            "flow_token",
            "flow_name",
            "order_text");
    private static final Set<String> CHIRP_ENVELOPE = Set.of(
            "id",
            "whatsappPhoneNumberId",
            "displayPhoneNumber",
            "fromPhoneNumber",
            "toPhoneNumber",
            "contactName",
            "queuedAt",
            "sentAt",
            "deliveredAt",
            "readAt",
            "failedAt",
            "errorCode",
            "errorMessage",
            "errorTitle",
            "errorDetails",
            "createdAt",
            "updatedAt",
            "recipients",
            "conversationWindow");

    private Shown() {}

    public static JsonNode zavu(JsonNode message) {
        return members(message, name -> ZAVU.contains(name), false);
    }

    public static JsonNode kapso(JsonNode message) {
        Map<String, JsonNode> shown = new LinkedHashMap<>();
        members(message, name -> !KAPSO_ENVELOPE.contains(name), false)
                .entries()
                .forEach(entry -> shown.put(entry.getKey(), entry.getValue()));
        JsonNode extensions = message.get("kapso");
        if (extensions != null) {
            shown.put("kapso", members(extensions, KAPSO_EXTENSIONS::contains, false));
        }
        return JsonNode.createObjectNode(shown);
    }

    /** Absent, null and false mean nothing was said; ids and times of parts are left out too. */
    public static JsonNode chirp(JsonNode message) {
        return members(message, name -> !CHIRP_ENVELOPE.contains(name), true);
    }

    private static JsonNode members(
            JsonNode object, Predicate<String> wanted, boolean onlyWhatIsSaid) {
        Map<String, JsonNode> shown = new LinkedHashMap<>();
        object.entries().forEach(entry -> {
            JsonNode value = entry.getValue();
            boolean said = !value.isNull() && !(value.isBoolean() && !value.getBooleanValue());
            if (wanted.test(entry.getKey()) && (said || !onlyWhatIsSaid)) {
                boolean part = Set.of("referral", "order").contains(entry.getKey());
                shown.put(entry.getKey(), part ? withoutIds(value) : value);
            }
        });
        return JsonNode.createObjectNode(shown);
    }

    private static JsonNode withoutIds(JsonNode value) {
        if (value.isArray()) {
            List<JsonNode> elements = new ArrayList<>();
            value.values().forEach(element -> elements.add(withoutIds(element)));
            return JsonNode.createArrayNode(elements);
        }
        if (!value.isObject()) {
            return value;
        }
        Map<String, JsonNode> kept = new LinkedHashMap<>();
        value.entries().forEach(entry -> {
            if (!Set.of("id", "createdAt").contains(entry.getKey())) {
                kept.put(entry.getKey(), withoutIds(entry.getValue()));
            }
        });
        return JsonNode.createObjectNode(kept);
    }
}
