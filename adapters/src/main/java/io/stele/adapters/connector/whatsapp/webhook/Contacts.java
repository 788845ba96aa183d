package io.stele.adapters.connector.whatsapp.webhook;

import io.micronaut.json.tree.JsonNode;
import io.stele.adapters.connector.whatsapp.webhook.Person.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The people whom a change describes beside what they wrote; where two have the same id, the first. */
final class Contacts {

    private final List<JsonNode> all;
    private final Map<String, JsonNode> byUserId = new HashMap<>();
    private final Map<String, JsonNode> byNumber = new HashMap<>();

    private Contacts(List<JsonNode> all) {
        this.all = all;
    }

    static Contacts of(JsonNode value) {
        Contacts contacts = new Contacts(Nodes.objects(value, "contacts"));
        for (JsonNode contact : contacts.all) {
            Nodes.id(contact, Role.SUBJECT.userId()).ifPresent(id -> contacts.byUserId.putIfAbsent(id, contact));
            Nodes.id(contact, Role.SUBJECT.number()).ifPresent(id -> contacts.byNumber.putIfAbsent(id, contact));
        }
        return contacts;
    }

    Optional<JsonNode> withUserId(String id) {
        return Optional.ofNullable(byUserId.get(id));
    }

    Optional<JsonNode> withNumber(String number) {
        return Optional.ofNullable(byNumber.get(number));
    }

    /** The one who is described, where it is one alone. */
    Optional<JsonNode> single() {
        return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }
}
