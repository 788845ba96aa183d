package io.stele.server.store.people;

import io.stele.core.project.ProjectId;
import io.stele.server.store.sql.Session;
import io.stele.server.store.sql.Values;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How the people of some correspondences are called. */
final class Names {

    private record Contact(ProjectId project, @Nullable String profileName, @Nullable String displayName) {

        @Nullable String name() {
            return displayName != null ? displayName : profileName;
        }
    }

    private final Map<UUID, Contact> contacts = new HashMap<>();
    private final Map<UUID, Contact> renamed = new TreeMap<>();

    private Names() {}

    static Names of(Session session, Collection<Acquaintance> acquaintances) {
        Names names = new Names();
        if (!acquaintances.isEmpty()) {
            session.each(row -> names.contacts.put(
                            row.uuid("id"),
                            new Contact(
                                    new ProjectId(row.uuid("project_id")),
                                    row.textOrNull("profile_name"),
                                    row.textOrNull("display_name"))),
                    """
                    select p.project_id, p.id, p.profile_name, p.display_name
                    from unnest(cast(? as uuid array), cast(? as uuid array)) as k(project_id, id)
                    join contact p on p.project_id = k.project_id and p.id = k.id""",
                    acquaintances.stream().map(each -> each.scope().project().value()).toList(),
                    acquaintances.stream().map(each -> each.correspondence().contactId()).toList());
        }
        return names;
    }

    /** The project's name for the person, else the person's own. */
    @Nullable String of(Acquaintance acquaintance) {
        Contact contact = contacts.get(acquaintance.correspondence().contactId());
        return contact == null ? null : contact.name();
    }

    void rename(Acquaintance acquaintance, String profileName) {
        String storable = Values.storable(profileName);
        UUID id = acquaintance.correspondence().contactId();
        Contact contact = contacts.get(id);
        if (contact != null && !storable.equals(contact.profileName())) {
            Contact called = new Contact(contact.project(), storable, contact.displayName());
            contacts.put(id, called);
            renamed.put(id, called);
        }
    }

    void write(Session session, Instant now) {
        List<List<@Nullable Object>> changes = new ArrayList<>();
        renamed.forEach((id, contact) -> changes.add(Arrays.asList(
                contact.profileName(),
                SearchWords.stored(contact.profileName(), contact.displayName()),
                now,
                contact.project().value(),
                id)));
        session.batch(
                "update contact set profile_name = ?, name_words = ?, updated_at = ? where project_id = ? and id = ?",
                changes);
    }
}
