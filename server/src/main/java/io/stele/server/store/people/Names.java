package io.stele.server.store.people;

import io.stele.core.project.ProjectId;
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
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How the people of some correspondences are called. */
final class Names {

    private record Called(@Nullable String profileName, @Nullable String displayName) {

        @Nullable String name() {
            return displayName != null ? displayName : profileName;
        }
    }

    private static final String COLUMNS = "p.project_id, p.id, p.profile_name, p.display_name";

    private final Map<RowId, Called> contacts = new HashMap<>();
    private final Map<RowId, String> profileNames = new TreeMap<>();

    private Names() {}

    static Names of(Session session, Collection<Acquaintance> acquaintances) {
        Names names = new Names();
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
        }
    }

    /** Locks who has another name now, and reads them again: what they are searched by has all their names, also a new one by another. */
    void write(Session session, Instant now) {
        if (profileNames.isEmpty()) {
            return;
        }
        Keys keys = Keys.of(profileNames.keySet().stream()
                .map(id -> List.of(id.project().value(), id.id()))
                .toList());
        List<List<@Nullable Object>> changes = new ArrayList<>();
        session.each(row -> {
                    RowId id = id(row);
                    String profileName = profileNames.get(id);
                    changes.add(Arrays.asList(
                            profileName, SearchWords.stored(profileName, called(row).displayName()), now, id.project().value(), id.id()));
                },
                "select " + COLUMNS + " from contact p where (p.project_id, p.id) in " + keys.sql()
                        + " order by p.project_id, p.id for update",
                keys.values().toArray());
        session.batch(
                "update contact set profile_name = ?, name_words = ?, updated_at = ? where project_id = ? and id = ?",
                changes);
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
