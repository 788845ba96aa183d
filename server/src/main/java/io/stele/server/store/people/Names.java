package io.stele.server.store.people;

import io.stele.core.event.ContactChanged;
import io.stele.core.project.ProjectId;
import io.stele.server.store.event.NewEvents;
import io.stele.server.store.sql.Keys;
import io.stele.server.store.sql.Row;
import io.stele.server.store.sql.Session;
import io.stele.server.store.sql.Values;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** How the people of some correspondences are called, and what a transaction notes about them. */
final class Names {

    private record Called(@Nullable String profileName, @Nullable String displayName) {

        @Nullable String name() {
            return displayName != null ? displayName : profileName;
        }
    }

    private static final String COLUMNS = "p.project_id, p.id, p.profile_name, p.display_name";

    private final Map<RowId, Called> contacts = new HashMap<>();
    private final Map<RowId, String> profileNames = new TreeMap<>();

    private final Map<RowId, Acquaintance> renamedAt = new HashMap<>();
    private final Set<RowId> newOnWhatsApp;
    private final NewEvents events;

    private Names(Set<RowId> newOnWhatsApp, NewEvents events) {
        this.newOnWhatsApp = newOnWhatsApp;
        this.events = events;
    }

    /** @param newOnWhatsApp of which contacts it is to be noted that they are on WhatsApp */
    static Names of(
            Session session, Collection<Acquaintance> acquaintances, Set<RowId> newOnWhatsApp, NewEvents events) {
        Names names = new Names(newOnWhatsApp, events);
        if (!acquaintances.isEmpty()) {
            session.each(row -> names.contacts.put(id(row), called(row)),
                    "select " + COLUMNS
                            + """
                             from unnest(cast(? as uuid array), cast(? as uuid array)) as k(project_id, id)
                            join contact p on p.project_id = k.project_id and p.id = k.id""",
                    acquaintances.stream().map(each -> each.scope().project().value()).toList(),
                    acquaintances.stream().map(each -> each.correspondence().contactId()).toList());
        }
        return names;
    }

    /** The project's name for the person, else the person's own. */
    @Nullable String of(Acquaintance acquaintance) {
        Called called = contacts.get(contact(acquaintance));
        return called == null ? null : called.name();
    }

    void rename(Acquaintance acquaintance, String profileName) {
        String storable = Values.storable(profileName);
        Called called = contacts.get(contact(acquaintance));
        if (called != null && !storable.equals(called.profileName())) {
            contacts.put(contact(acquaintance), new Called(storable, called.displayName()));
            profileNames.put(contact(acquaintance), storable);
            if (renamedAt.put(contact(acquaintance), acquaintance) == null) {
                events.add(
                        acquaintance.scope(),
                        new ContactChanged(
                                acquaintance.correspondence().endpoint(),
                                acquaintance.correspondence().contactId()));
            }
        }
    }

    /**
     * Locks those about whom there is something to note, and reads them again: what a person is searched by has all their names, also one that
     * another has just given them.
     */
    void write(Session session, Instant now) {
        Set<RowId> changing = new TreeSet<>(profileNames.keySet());
        changing.addAll(newOnWhatsApp);
        if (changing.isEmpty()) {
            return;
        }
        Map<RowId, Called> current = lock(session, changing);
        List<List<@Nullable Object>> named = new ArrayList<>();
        profileNames.forEach((id, profileName) -> {
            Called called = current.get(id);
            if (called != null) {
                named.add(Arrays.asList(
                        profileName, SearchWords.stored(profileName, called.displayName()), now, id.project().value(), id.id()));
            }
        });
        session.batch(
                "update contact set profile_name = ?, name_words = ?, updated_at = ? where project_id = ? and id = ?",
                named);
        noteOnWhatsApp(session, newOnWhatsApp);
    }

    /** Notes that these contacts are on WhatsApp. Locks them, in the order of their keys. */
    static void noteOnWhatsApp(Session session, Set<RowId> contacts) {
        session.batch(
                "update contact set whatsapp = true where project_id = ? and id = ? and not whatsapp",
                contacts.stream()
                        .sorted()
                        .map(id -> List.of(id.project().value(), id.id()))
                        .toList());
    }

    private static Map<RowId, Called> lock(Session session, Set<RowId> contacts) {
        Keys keys = Keys.of(contacts.stream()
                .map(id -> List.of(id.project().value(), id.id()))
                .toList());
        Map<RowId, Called> locked = new HashMap<>();
        session.each(row -> locked.put(id(row), called(row)),
                "select " + COLUMNS + " from contact p where (p.project_id, p.id) in " + keys.sql()
                        + " order by p.project_id, p.id for update",
                keys.values().toArray());
        return locked;
    }

    private static RowId contact(Acquaintance acquaintance) {
        return new RowId(acquaintance.scope().project(), acquaintance.correspondence().contactId());
    }

    private static RowId id(Row row) {
        return new RowId(new ProjectId(row.uuid("project_id")), row.uuid("id"));
    }

    private static Called called(Row row) {
        return new Called(row.textOrNull("profile_name"), row.textOrNull("display_name"));
    }
}
