package io.stele.server.store.delivery;

import io.stele.core.identity.Ksuid;
import io.stele.server.store.sql.Session;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** By what names providers know messages. A name is claimed by whoever hears it first, the send's answer or a receipt. */
final class ProviderNames {

    /** A name, as one provider uses it. */
    record Name(UUID project, Ksuid endpoint, String text) implements Comparable<Name> {

        private static final Comparator<Name> ORDER =
                Comparator.comparing(Name::project).thenComparing(Name::endpoint).thenComparing(Name::text);

        @Override
        public int compareTo(Name other) {
            return ORDER.compare(this, other);
        }
    }

    private ProviderNames() {}

    /**
     * Claims the names for their messages, null for one that is not known yet, and says whose each is now; null while it is
     * nobody's. A name that another message has stays with it.
     */
    static Map<Name, @Nullable Ksuid> claim(Session session, Map<Name, @Nullable Ksuid> wanted) {
        Map<Name, @Nullable Ksuid> sorted = new TreeMap<>(wanted);
        session.batch(
                """
                insert into provider_name (project_id, endpoint_id, provider_message_id, message_id)
                values (?, ?, ?, ?) on conflict do nothing""",
                sorted.entrySet().stream()
                        .map(entry -> values(entry.getKey(), entry.getValue()))
                        .toList());
        session.batch(
                """
                update provider_name set message_id = ?
                where project_id = ? and endpoint_id = ? and provider_message_id = ? and message_id is null""",
                sorted.entrySet().stream()
                        .filter(entry -> entry.getValue() != null)
                        .map(entry -> Arrays.<@Nullable Object>asList(
                                entry.getValue(),
                                entry.getKey().project(),
                                entry.getKey().endpoint(),
                                entry.getKey().text()))
                        .toList());
        return owners(session, sorted.keySet());
    }

    private static Map<Name, @Nullable Ksuid> owners(Session session, Collection<Name> names) {
        Map<Name, @Nullable Ksuid> owners = new HashMap<>();
        session.list(
                row -> owners.put(
                        new Name(row.uuid("project_id"), row.ksuid("endpoint_id"), row.text("provider_message_id")),
                        row.ksuidOrNull("message_id")),
                """
                select project_id, endpoint_id, provider_message_id, message_id from provider_name
                where project_id = any(?) and endpoint_id = any(?) and provider_message_id = any(?)
                order by project_id, endpoint_id, provider_message_id for update""",
                names.stream().map(Name::project).collect(Collectors.toSet()),
                names.stream().map(Name::endpoint).collect(Collectors.toSet()),
                names.stream().map(Name::text).collect(Collectors.toSet()));
        owners.keySet().retainAll(names);
        return owners;
    }

    private static List<@Nullable Object> values(Name name, @Nullable Ksuid message) {
        return Arrays.asList(name.project(), name.endpoint(), name.text(), message);
    }
}
