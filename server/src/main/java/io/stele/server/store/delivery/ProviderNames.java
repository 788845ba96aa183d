package io.stele.server.store.delivery;

import io.stele.core.identity.Ksuid;
import io.stele.core.message.MessageId;
import io.stele.server.store.sql.Keys;
import io.stele.server.store.sql.Session;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** By what names providers know messages. A name is claimed by whoever hears it first, the send's answer or a receipt. */
public final class ProviderNames {

    /** A name, as one provider uses it at one endpoint. */
    public record Name(UUID project, Ksuid endpoint, String text) implements Comparable<Name> {

        private static final Comparator<Name> ORDER =
                Comparator.comparing(Name::project).thenComparing(Name::endpoint).thenComparing(Name::text);

        @Override
        public int compareTo(Name other) {
            return ORDER.compare(this, other);
        }
    }

    private ProviderNames() {}

    /**
     * Claims names for messages. A name that another message has stays with it.
     *
     * @return whose each name is now
     */
    public static Map<Name, MessageId> claim(Session session, Map<Name, MessageId> wanted) {
        Map<Name, MessageId> sorted = new TreeMap<>(wanted);
        insert(session, sorted.keySet(), sorted);
        Map<Name, MessageId> owners = lock(session, sorted.keySet());
        sorted.keySet().removeAll(owners.keySet());
        session.batch(
                """
                update provider_name set message_id = ?
                where project_id = ? and endpoint_id = ? and provider_message_id = ?""",
                sorted.entrySet().stream()
                        .map(entry -> List.of(
                                entry.getValue().value(),
                                entry.getKey().project(),
                                entry.getKey().endpoint(),
                                entry.getKey().text()))
                        .toList());
        owners.putAll(sorted);
        return owners;
    }

    /**
     * Says whose names these are. One that is nobody's is kept for the message that will have it: who claims it waits for the end of this
     * transaction, and so sees what this transaction leaves for it.
     */
    static Map<Name, MessageId> lookUp(Session session, Collection<Name> names) {
        Set<Name> sorted = new TreeSet<>(names);
        insert(session, sorted, Map.of());
        return lock(session, sorted);
    }

    private static void insert(Session session, Collection<Name> sorted, Map<Name, MessageId> owners) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Name name : sorted) {
            MessageId owner = owners.get(name);
            rows.add(Arrays.asList(name.project(), name.endpoint(), name.text(), owner == null ? null : owner.value()));
        }
        session.batch(
                """
                insert into provider_name (project_id, endpoint_id, provider_message_id, message_id)
                values (?, ?, ?, ?)
                on conflict do nothing""",
                rows);
    }

    /** Locks the names, in the database's order, which depends on its collation and is no other's. @return whose they are, unless nobody's */
    private static Map<Name, MessageId> lock(Session session, Collection<Name> sorted) {
        Map<Name, MessageId> owners = new HashMap<>();
        if (!sorted.isEmpty()) {
            Keys keys = Keys.of(sorted.stream()
                    .map(name -> List.of(name.project(), name.endpoint(), name.text()))
                    .toList());
            session.each(
                    row -> {
                        Ksuid owner = row.ksuidOrNull("message_id");
                        if (owner != null) {
                            owners.put(
                                    new Name(
                                            row.uuid("project_id"),
                                            row.ksuid("endpoint_id"),
                                            row.text("provider_message_id")),
                                    new MessageId(owner));
                        }
                    },
                    "select project_id, endpoint_id, provider_message_id, message_id from provider_name"
                            + " where (project_id, endpoint_id, provider_message_id) in " + keys.sql()
                            + " order by project_id, endpoint_id, provider_message_id for update",
                    keys.values().toArray());
        }
        return owners;
    }
}
