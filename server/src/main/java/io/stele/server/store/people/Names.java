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

    /**
     * A name with the moment when it came to be known.
     *
     * @param word null when there is none
     * @param at null when nobody knows
     */
    private record Name(@Nullable String word, @Nullable Instant at) {

        /** The newer of the two; this, where they are the same, or where the other is none. */
        Name or(Name told) {
            boolean isNews = told.word != null
                    && !told.word.equals(word)
                    && (at == null || (told.at != null && !told.at.isBefore(at)));
            return isNews ? told : this;
        }
    }

    private record Called(Name profileName, @Nullable String displayName, Name username) {

        /** This, as the person is called on the channel by then. */
        Called renamed(Name profile, Name user) {
            return new Called(profileName.or(profile), displayName, username.or(user));
        }

        String words() {
            return SearchWords.stored(profileName.word(), displayName, username.word());
        }

        @Nullable String name() {
            return displayName != null ? displayName : profileName.word();
        }
    }

    private static final String COLUMNS =
            "p.project_id, p.id, p.profile_name, p.profile_name_at, p.display_name, p.username, p.username_at";

    private final Map<RowId, Called> contacts = new HashMap<>();
    private final Map<RowId, Called> renamed = new TreeMap<>();
    private final Notes notes;
    private final NewEvents events;

    private Names(Notes notes, NewEvents events) {
        this.notes = notes;
        this.events = events;
    }

    /** @param notes what is to be noted besides */
    static Names of(
            Session session, Collection<Acquaintance> acquaintances, Notes notes, NewEvents events) {
        Names names = new Names(notes, events);
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

    /**
     * Takes over names, each unless a newer one is known.
     *
     * @param profileName null when not told; so is the username
     * @param at when the person was called so
     */
    void rename(
            Acquaintance acquaintance, @Nullable String profileName, @Nullable String username, Instant at) {
        RowId id = contact(acquaintance);
        Called called = contacts.get(id);
        if (called == null) {
            return;
        }
        Called now = called.renamed(name(profileName, at), name(username, at));
        if (!now.equals(called)) {
            contacts.put(id, now);
            if (renamed.put(id, now) == null && !notes.isNew(id)) {
                events.add(
                        acquaintance.scope(),
                        new ContactChanged(acquaintance.correspondence().endpoint(), id.id()));
            }
        }
    }

    private static Name name(@Nullable String word, Instant at) {
        return new Name(word == null ? null : Values.storable(word), at);
    }

    /**
     * Locks those about whom there is something to note, and reads them again: what a person is searched by has all their names, also one that
     * another has just given them.
     */
    void write(Session session, Instant now) {
        Set<RowId> changing = new TreeSet<>(renamed.keySet());
        changing.addAll(notes.contacts());
        if (changing.isEmpty()) {
            return;
        }
        Map<RowId, Called> current = lock(session, changing);
        List<List<@Nullable Object>> named = new ArrayList<>();
        renamed.forEach((id, wanted) -> {
            Called called = current.get(id);
            if (called != null) {
                Called written = called.renamed(wanted.profileName(), wanted.username());
                named.add(Arrays.asList(
                        written.profileName().word(),
                        written.profileName().at(),
                        written.username().word(),
                        written.username().at(),
                        written.words(),
                        now,
                        id.project().value(),
                        id.id()));
            }
        });
        session.batch(
                """
                update contact
                set profile_name = ?, profile_name_at = ?, username = ?, username_at = ?, name_words = ?, updated_at = ?
                where project_id = ? and id = ?""",
                named);
        notes.write(session, now);
    }

    private static Map<RowId, Called> lock(Session session, Set<RowId> contacts) {
        Map<RowId, Called> locked = new HashMap<>();
        session.each(
                row -> locked.put(id(row), called(row)),
                new Keys(contacts.stream()
                        .map(id -> List.of(id.project().value(), id.id()))
                        .toList()),
                "select " + COLUMNS + " from contact p where (p.project_id, p.id) in :keys order by p.project_id, p.id for update");
        return locked;
    }

    private static RowId contact(Acquaintance acquaintance) {
        return new RowId(acquaintance.scope().project(), acquaintance.correspondence().contactId());
    }

    private static RowId id(Row row) {
        return new RowId(new ProjectId(row.uuid("project_id")), row.uuid("id"));
    }

    private static Called called(Row row) {
        return new Called(
                new Name(row.textOrNull("profile_name"), row.momentOrNull("profile_name_at")),
                row.textOrNull("display_name"),
                new Name(row.textOrNull("username"), row.momentOrNull("username_at")));
    }
}
