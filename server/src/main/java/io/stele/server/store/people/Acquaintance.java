package io.stele.server.store.people;

import io.stele.core.channel.EndpointId;
import io.stele.core.conversation.Correspondence;
import io.stele.core.message.ServiceWindow;
import io.stele.core.project.ProjectId;
import io.stele.core.project.Scope;
import io.stele.server.store.sql.AddressKind;
import io.stele.server.store.sql.Ids;
import io.stele.server.store.sql.Keys;
import io.stele.server.store.sql.Row;
import io.stele.server.store.sql.Session;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A correspondence as its row has it.
 *
 * @param conversationId the newest conversation; null before the first
 */
public record Acquaintance(Scope scope, Correspondence correspondence, @Nullable UUID conversationId) {

    private static final String COLUMNS =
            """
            c.project_id, c.id, c.mode, c.endpoint_id, c.address_kind, c.address, c.contact_id, c.thread_id,
            c.conversation_id, c.window_id, c.window_started_at, c.window_expires_at, c.delivered, c.failed,
            c.marketing_wish, c.marketing_at, c.marketing_source, c.marketing_detail""";

    /** A correspondence's primary key. Sorts as the rows are locked. */
    public record Id(ProjectId project, UUID id) implements Comparable<Id> {

        private static final Comparator<Id> ORDER =
                Comparator.comparing((Id key) -> key.project().value(), Ids.ORDER).thenComparing(Id::id, Ids.ORDER);

        @Override
        public int compareTo(Id other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * Those that exist of the people of these meetings. Who is known by the meeting's address is known there by all of theirs: two meetings
     * can be with one acquaintance.
     */
    public static Map<Meeting.Key, Acquaintance> among(Session session, Collection<Meeting> meetings) {
        Map<Meeting.Key, Acquaintance> found = new HashMap<>();
        if (!meetings.isEmpty()) {
            session.each(
                    row -> found.put(
                            new Meeting.Key(
                                    new EndpointId(row.ksuid("endpoint_id")),
                                    row.constant("asked_kind", AddressKind.class).address(row.text("asked_address"))),
                            map(row)),
                    "select k.address_kind as asked_kind, k.address as asked_address, " + COLUMNS
                            + """
                             from unnest(cast(? as uuid array), cast(? as varchar array), cast(? as bytea array),
                                         cast(? as varchar array), cast(? as varchar array))
                                as k(project_id, mode, endpoint_id, address_kind, address)
                            join contact_address a on a.project_id = k.project_id and a.mode = k.mode
                                and a.address = k.address and a.address_kind = k.address_kind
                            join correspondence c on c.project_id = k.project_id and c.endpoint_id = k.endpoint_id
                                and c.contact_id = a.contact_id""",
                    meetings.stream().map(meeting -> meeting.scope().project().value()).toList(),
                    meetings.stream().map(meeting -> meeting.scope().mode()).toList(),
                    meetings.stream().map(meeting -> meeting.endpoint().id().value()).toList(),
                    meetings.stream().map(meeting -> AddressKind.of(meeting.address())).toList(),
                    meetings.stream().map(meeting -> meeting.address().value()).toList());
        }
        return found;
    }

    /** Locks these rows until the end of the transaction, in one order. @return those that exist, as they are now */
    public static List<Acquaintance> lock(Session session, Collection<Id> ids) {
        List<Id> sorted = ids.stream().distinct().sorted().toList();
        return session.list(
                Acquaintance::map,
                new Keys(sorted.stream()
                        .map(key -> List.of(key.project().value(), key.id()))
                        .toList()),
                "select " + COLUMNS
                        + " from correspondence c where (c.project_id, c.id) in :keys order by c.project_id, c.id for update");
    }

    private static Acquaintance map(Row row) {
        return new Acquaintance(
                Scopes.read(row),
                new Correspondence(
                        row.uuid("id"),
                        new EndpointId(row.ksuid("endpoint_id")),
                        row.constant("address_kind", AddressKind.class).address(row.text("address")),
                        row.uuid("contact_id"),
                        row.uuid("thread_id"),
                        Windows.read(row),
                        Preferences.read(row),
                        (int) row.number("delivered"),
                        (int) row.number("failed")),
                row.uuidOrNull("conversation_id"));
    }

    /** The row's primary key. */
    public Id id() {
        return new Id(scope.project(), correspondence.id());
    }

    @Nullable ServiceWindow window() {
        return correspondence.window();
    }
}
