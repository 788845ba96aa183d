package io.stele.server.store.people;

import com.github.f4b6a3.uuid.UuidCreator;
import io.stele.core.address.Address;
import io.stele.core.channel.SenderId;
import io.stele.core.project.Scope;
import io.stele.server.store.event.NewEvents;
import io.stele.server.store.sql.AddressKind;
import io.stele.server.store.sql.Ids;
import io.stele.server.store.sql.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes contacts, threads and correspondences where they are missing. Of several transactions that make the same at once only one
 * does, and the others wait for it: the tables' unique keys decide, and rows are inserted in the order of those keys.
 */
final class Introductions {

    private record Pairing(Scope scope, UUID sender, UUID contact) {}

    private static final Comparator<Pairing> BY_PAIRING = Comparator.comparing(Pairing::scope, Scopes.ORDER)
            .thenComparing(Pairing::sender, Ids.ORDER)
            .thenComparing(Pairing::contact, Ids.ORDER);
    private static final Comparator<Meeting> BY_MEETING = Comparator.comparing(Meeting::scope, Scopes.ORDER)
            .thenComparing(meeting -> meeting.endpoint().id().value())
            .thenComparing(meeting -> meeting.address().value())
            .thenComparing(meeting -> AddressKind.of(meeting.address()));

    private final Session session;
    private final Instant now;
    private final Recognition recognition;
    private final Set<UUID> newThreads = new HashSet<>();

    Introductions(Session session, Instant now, NewEvents events) {
        this.session = session;
        this.now = now;
        this.recognition = new Recognition(session, now, events);
    }

    /** What is left to be noted about contacts that were there: after the correspondences are locked. */
    Notes notes() {
        return recognition.notes();
    }

    /** The threads that were made. */
    Set<UUID> newThreads() {
        return newThreads;
    }

    /**
     * Introduces people who have not met. Each pair stands in the list once.
     *
     * @param acquainted who have met, and of whom further addresses are told
     */
    void introduce(List<Meeting> strangers, List<Meeting> acquainted) {
        recognition.recognise(strangers, acquainted);
        Map<Pairing, UUID> threads = threads(strangers);
        List<Meeting> sorted = strangers.stream().sorted(BY_MEETING).toList();
        List<UUID> ids = sorted.stream().map(_ -> UuidCreator.getTimeOrderedEpoch()).toList();
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            Meeting meeting = sorted.get(i);
            Pairing pairing = pairing(meeting);
            rows.add(List.of(
                    meeting.scope().project().value(), ids.get(i), meeting.scope().mode(),
                    meeting.endpoint().id().value(), AddressKind.of(meeting.address()), meeting.address().value(),
                    pairing.contact(), found(threads, pairing), now));
        }
        int[] made = session.insertAll(
                """
                insert into correspondence (project_id, id, mode, endpoint_id, address_kind, address, contact_id, thread_id,
                                            delivered, failed, created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, 0, 0, ?)""",
                rows);
        List<List<Object>> lanes = new ArrayList<>();
        for (int i = 0; i < made.length; i++) {
            if (made[i] == 1) {
                Meeting meeting = sorted.get(i);
                lanes.add(List.of(
                        meeting.scope().project().value(), ids.get(i), meeting.endpoint().id().value()));
            }
        }
        session.batch("insert into lane (project_id, id, endpoint_id, pending) values (?, ?, ?, 0)", lanes);
    }

    private Pairing pairing(Meeting meeting) {
        SenderId sender = meeting.endpoint().sender();
        return new Pairing(
                meeting.scope(),
                sender == null ? Ids.NONE : sender.value(),
                recognition.contact(meeting));
    }

    private Map<Pairing, UUID> threads(List<Meeting> meetings) {
        Map<Pairing, Address> wanted = new HashMap<>();
        meetings.forEach(meeting -> wanted.putIfAbsent(pairing(meeting), meeting.address()));
        Map<Pairing, UUID> known = knownThreads(wanted.keySet());
        List<Pairing> missing = missing(wanted.keySet(), known, BY_PAIRING);
        List<UUID> ids = missing.stream().map(_ -> UuidCreator.getTimeOrderedEpoch()).toList();
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < missing.size(); i++) {
            Pairing pairing = missing.get(i);
            rows.add(List.of(
                    pairing.scope().project().value(), ids.get(i), pairing.scope().mode(), pairing.sender(),
                    pairing.contact(), AddressKind.of(found(wanted, pairing)), found(wanted, pairing).value(),
                    ThreadChannels.NONE, now, now, now));
        }
        int[] made = session.insertAll(
                """
                insert into thread (project_id, id, mode, sender_id, contact_id, address_kind, address, channels, created_at,
                                    updated_at, last_active_at, message_count, unread_count)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0)""",
                rows);
        for (int i = 0; i < made.length; i++) {
            if (made[i] == 1) {
                newThreads.add(ids.get(i));
            }
        }
        known.putAll(knownThreads(missing));
        return known;
    }

    private Map<Pairing, UUID> knownThreads(Collection<Pairing> pairings) {
        Map<Pairing, UUID> known = new HashMap<>();
        if (!pairings.isEmpty()) {
            session.each(row -> known.put(
                                    new Pairing(Scopes.read(row), row.uuid("sender_id"), row.uuid("contact_id")),
                                    row.uuid("id")),
                            """
                            select t.project_id, t.mode, t.sender_id, t.contact_id, t.id
                            from unnest(cast(? as uuid array), cast(? as varchar array), cast(? as uuid array),
                                        cast(? as uuid array)) as k(project_id, mode, sender_id, contact_id)
                            join thread t on t.project_id = k.project_id and t.mode = k.mode
                                and t.sender_id = k.sender_id and t.contact_id = k.contact_id""",
                            pairings.stream().map(pairing -> pairing.scope().project().value()).toList(),
                            pairings.stream().map(pairing -> pairing.scope().mode()).toList(),
                            pairings.stream().map(Pairing::sender).toList(),
                            pairings.stream().map(Pairing::contact).toList());
        }
        return known;
    }

    private static <K> List<K> missing(Collection<K> wanted, Map<K, UUID> known, Comparator<K> order) {
        return wanted.stream().filter(each -> !known.containsKey(each)).sorted(order).toList();
    }

    private static <K, V> V found(Map<K, V> map, K key) {
        @Nullable V value = map.get(key);
        if (value == null) {
            throw new IllegalStateException("a row that was just written or found is gone");
        }
        return value;
    }
}
