package io.stele.adapters.graph;

import io.micronaut.json.tree.JsonNode;
import io.stele.adapters.WireException;
import io.stele.adapters.json.JsonTrees;
import io.stele.core.message.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An object of which some members are known: those are taken out, and the rest is kept as it came. */
final class PartlyKnown {

    private final Map<String, Json> members;

    private PartlyKnown(Map<String, Json> members) {
        this.members = new LinkedHashMap<>(members);
    }

    /** @throws WireException when the tree is no object */
    static PartlyKnown of(JsonNode tree, String path) {
        if (!tree.isObject()) {
            throw new WireException(path, "must be an object");
        }
        return new PartlyKnown(JsonTrees.toMembers(tree).members());
    }

    /** Takes out a string; null, and nothing is taken out, when there is none of this name. */
    @Nullable String text(String name) {
        if (members.get(name) instanceof Json.Text(String value)) {
            members.remove(name);
            return value;
        }
        return null;
    }

    /** Takes out a string, unless it is blank: which is how Meta writes what it does not tell. */
    @Nullable String filled(String name) {
        return members.get(name) instanceof Json.Text(String value) && value.isBlank() ? null : text(name);
    }

    /** Takes a string out of an object that stands under this name; the object is kept when it has more. */
    @Nullable String text(String name, String inner) {
        if (!(members.get(name) instanceof Json.Members object)) {
            return null;
        }
        PartlyKnown within = new PartlyKnown(object.members());
        String text = within.text(inner);
        if (within.members.isEmpty() && text != null) {
            members.remove(name);
        } else {
            members.put(name, within.rest());
        }
        return text;
    }

    /** What was not taken out. */
    Json.Members rest() {
        return new Json.Members(members);
    }
}
