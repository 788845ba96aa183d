package io.stele.server.store.delivery;

import io.stele.core.identity.Ksuid;
import io.stele.core.message.MessageId;
import io.stele.server.store.sql.Keys;
import io.stele.server.store.sql.RunAgainException;
import io.stele.server.store.sql.Session;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

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

    private static final String INSERT =
            "insert into provider_name (project_id, endpoint_id, provider_message_id, message_id, unclaimed_since) values ";

    private ProviderNames() {}

    /**
     * Claims names for messages. A name that another message has stays with it.
     *
     * @return whose each name is now
     */
    public static Map<Name, MessageId> claim(Session session, Map<Name, MessageId> wanted) {
        Map<Name, MessageId> sorted = new TreeMap<>(wanted);
        session.insertTogether(
                INSERT + "(?, ?, ?, ?, null)",
                sorted.entrySet().stream()
                        .map(entry -> List.of(
                                entry.getKey().project(), entry.getKey().endpoint(), entry.getKey().text(), entry.getValue().value()))
                        .toList());
        Map<Name, MessageId> owners = lock(session, sorted.keySet());
        sorted.keySet().removeAll(owners.keySet());
        session.together(
                """
                update provider_name set message_id = ?, unclaimed_since = null
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
    static Map<Name, MessageId> lookUp(Session session, Collection<Name> names, Instant now) {
        Set<Name> sorted = new TreeSet<>(names);
        session.insertTogether(
                INSERT + "(?, ?, ?, null, ?)",
                sorted.stream()
                        .map(name -> List.of(name.project(), name.endpoint(), name.text(), now))
                        .toList());
        return lock(session, sorted);
    }

    /**
     * Locks the names, which are there, in the database's order, which depends on its collation and is no other's. Should one have been deleted as
     * too old since it was seen to be there, all begins anew.
     *
     * @return whose they are, unless nobody's
     */
    private static Map<Name, MessageId> lock(Session session, Collection<Name> sorted) {
        Map<Name, MessageId> owners = new HashMap<>();
        Set<Name> locked = new HashSet<>();
        session.each(
                row -> {
                    Name name = new Name(row.uuid("project_id"), row.ksuid("endpoint_id"), row.text("provider_message_id"));
                    Ksuid owner = row.ksuidOrNull("message_id");
                    locked.add(name);
                    if (owner != null) {
                        owners.put(name, new MessageId(owner));
                    }
                },
                new Keys(sorted.stream()
                        .map(name -> List.of(name.project(), name.endpoint(), name.text()))
                        .toList()),
                """
                select project_id, endpoint_id, provider_message_id, message_id from provider_name
                where (project_id, endpoint_id, provider_message_id) in :keys
                order by project_id, endpoint_id, provider_message_id for update""");
        if (!locked.containsAll(sorted)) {
            throw new RunAgainException("a name was deleted");
        }
        return owners;
    }
}
