package io.stele.server.store.delivery;

import io.stele.core.identity.Ksuid;
import io.stele.core.message.MessageId;
import io.stele.server.store.sql.Keys;
import io.stele.server.store.sql.Row;
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
        Map<Name, MessageId> owners = lookedUp(session, sorted.keySet());
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
        Set<Name> unknown = new TreeSet<>(names);
        Map<Name, MessageId> owners = owners(session, unknown);
        unknown.removeAll(owners.keySet());
        session.insertTogether(
                INSERT + "(?, ?, ?, null, ?)",
                unknown.stream()
                        .map(name -> List.of(name.project(), name.endpoint(), name.text(), now))
                        .toList());
        owners.putAll(lookedUp(session, unknown));
        return owners;
    }

    /** Says whose the names are, which are there. Those that are nobody's are locked. */
    private static Map<Name, MessageId> lookedUp(Session session, Set<Name> names) {
        Map<Name, MessageId> owners = owners(session, names);
        Set<Name> nobodys = new TreeSet<>(names);
        nobodys.removeAll(owners.keySet());
        owners.putAll(lock(session, nobodys));
        return owners;
    }

    /** Says whose the names are, unless nobody's. A name that is a message's stays so for ever: it need not be locked. */
    private static Map<Name, MessageId> owners(Session session, Set<Name> names) {
        Map<Name, MessageId> owners = new HashMap<>();
        session.each(
                row -> {
                    Ksuid owner = row.ksuidOrNull("message_id");
                    if (owner != null) {
                        owners.put(name(row), new MessageId(owner));
                    }
                },
                keys(names),
                """
                select project_id, endpoint_id, provider_message_id, message_id from provider_name
                where (project_id, endpoint_id, provider_message_id) in :keys""");
        return owners;
    }

    private static Name name(Row row) {
        return new Name(row.uuid("project_id"), row.ksuid("endpoint_id"), row.text("provider_message_id"));
    }

    private static Keys keys(Set<Name> names) {
        return new Keys(names.stream()
                .map(name -> List.of(name.project(), name.endpoint(), name.text()))
                .toList());
    }

    /**
     * Locks the names, which are there, in the database's order, which depends on its collation and is no other's. Should one have been deleted as
     * too old since it was seen to be there, all begins anew.
     *
     * @return whose they are, unless nobody's
     */
    private static Map<Name, MessageId> lock(Session session, Set<Name> names) {
        Map<Name, MessageId> owners = new HashMap<>();
        Set<Name> locked = new HashSet<>();
        session.each(
                row -> {
                    Name name = name(row);
                    Ksuid owner = row.ksuidOrNull("message_id");
                    locked.add(name);
                    if (owner != null) {
                        owners.put(name, new MessageId(owner));
                    }
                },
                keys(names),
                """
                select project_id, endpoint_id, provider_message_id, message_id from provider_name
                where (project_id, endpoint_id, provider_message_id) in :keys
                order by project_id, endpoint_id, provider_message_id for update""");
        if (!locked.containsAll(names)) {
            throw new RunAgainException("a name was deleted");
        }
        return owners;
    }
}
