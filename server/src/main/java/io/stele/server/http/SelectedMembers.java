package io.stele.server.http;

import io.micronaut.json.tree.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Of members that exclude each other, only the one counts that another member of the body selects. The others may be there, and of any form.
 *
 * @param selector the member that selects
 * @param members what each of its values selects
 */
public record SelectedMembers(String selector, Map<String, String> members) {

    public SelectedMembers {
        members = Map.copyOf(members);
    }

    /** The body without what is not selected; as it is when it selects nothing that is known. */
    JsonNode of(JsonNode body) {
        JsonNode value = body.get(selector);
        String selected = value != null && value.isString() ? members.get(value.getStringValue()) : null;
        if (selected == null) {
            return body;
        }
        Map<String, JsonNode> kept = new LinkedHashMap<>();
        body.entries().forEach(entry -> {
            if (entry.getKey().equals(selected) || !members.containsValue(entry.getKey())) {
                kept.put(entry.getKey(), entry.getValue());
            }
        });
        return JsonNode.createObjectNode(kept);
    }
}
