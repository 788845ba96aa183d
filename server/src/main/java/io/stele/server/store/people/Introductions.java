package io.stele.server.store.people;

import com.github.f4b6a3.uuid.UuidCreator;
import io.stele.core.address.Address;
import io.stele.core.channel.Channel;
import io.stele.core.channel.EndpointId;
import io.stele.core.channel.SenderId;
import io.stele.core.event.ContactCreated;
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
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes contacts, threads and correspondences where they are missing. Of several transactions that make the same at once only one
 * does, and the others wait for it: the tables' unique keys decide, and rows are inserted in the order of those keys.
 */
final class Introductions {

    private record Person(Scope scope, Address address) {}

    private record Pairing(Scope scope, UUID sender, UUID contact) {}

    private static final Comparator<Scope> BY_SCOPE = Comparator.comparing(
                    (Scope scope) -> scope.project().value(), Ids.ORDER)
            .thenComparing(Scope::mode);
    private static final Comparator<Person> BY_PERSON = Comparator.comparing(Person::scope, BY_SCOPE)
            .thenComparing(person -> person.address().value())
            .thenComparing(person -> AddressKind.of(person.address()));
    private static final Comparator<Pairing> BY_PAIRING = Comparator.comparing(Pairing::scope, BY_SCOPE)
            .thenComparing(Pairing::sender, Ids.ORDER)
            .thenComparing(Pairing::contact, Ids.ORDER);
    private static final Comparator<Meeting> BY_MEETING = Comparator.comparing(Meeting::scope, BY_SCOPE)
            .thenComparing(meeting -> meeting.endpoint().id().value())
            .thenComparing(meeting -> meeting.address().value())
            .thenComparing(meeting -> AddressKind.of(meeting.address()));

    private final Session session;
    private final Instant now;
    private final NewEvents events;
    private final Set<RowId> newOnWhatsApp = new TreeSet<>();
    private final Set<UUID> newThreads = new HashSet<>();

    Introductions(Session session, Instant now, NewEvents events) {
        this.session = session;
        this.now = now;
        this.events = events;
    }

    /** The contacts that were there and of which it is to be noted that they are on WhatsApp: after the correspondences are locked. */
    Set<RowId> newOnWhatsApp() {
        return newOnWhatsApp;
    }

    /** The threads that were made. */
    Set<UUID> newThreads() {
        return newThreads;
    }

    /** Introduces people who have not met. Each pair stands in the list once. */
    void introduce(List<Meeting> strangers) {
        Map<Person, UUID> contacts = contacts(strangers);
        Map<Pairing, UUID> threads = threads(strangers, contacts);
        List<Meeting> sorted = strangers.stream().sorted(BY_MEETING).toList();
        List<UUID> ids = sorted.stream().map(_ -> UuidCreator.getTimeOrderedEpoch()).toList();
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            Meeting meeting = sorted.get(i);
            Pairing pairing = pairing(meeting, contacts);
            rows.add(List.of(
                    meeting.scope().project().value(), ids.get(i), meeting.scope().mode(),
                    meeting.endpoint().id().value(), AddressKind.of(meeting.address()), meeting.address().value(),
                    pairing.contact(), found(threads, pairing), now));
        }
        int[] made = session.batch(
                """
                insert into correspondence (project_id, id, mode, endpoint_id, address_kind, address, contact_id, thread_id,
                                            delivered, failed, created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, 0, 0, ?)
                on conflict do nothing""",
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

    private static Pairing pairing(Meeting meeting, Map<Person, UUID> contacts) {
        SenderId sender = meeting.endpoint().sender();
        return new Pairing(
                meeting.scope(),
                sender == null ? Ids.NONE : sender.value(),
                found(contacts, new Person(meeting.scope(), meeting.address())));
    }

    private Map<Person, UUID> contacts(List<Meeting> meetings) {
        Map<Person, Boolean> onWhatsApp = new HashMap<>();
        Map<Person, EndpointId> metAt = new HashMap<>();
        meetings.forEach(meeting -> {
            Person person = new Person(meeting.scope(), meeting.address());
            onWhatsApp.merge(person, meeting.endpoint().channel() == Channel.WHATSAPP, Boolean::logicalOr);
            metAt.putIfAbsent(person, meeting.endpoint().id());
        });
        Map<Person, UUID> known = knownContacts(onWhatsApp.keySet());
        List<Person> missing = missing(onWhatsApp.keySet(), known, BY_PERSON);
        Set<Person> made = missing.isEmpty() ? Set.of() : insertContacts(missing, onWhatsApp);
        known.putAll(knownContacts(missing));
        missing.stream()
                .filter(made::contains)
                .forEach(person -> events.add(
                        person.scope(), new ContactCreated(found(metAt, person), found(known, person))));
        known.forEach((person, id) -> {
            if (found(onWhatsApp, person) && !made.contains(person)) {
                newOnWhatsApp.add(new RowId(person.scope().project(), id));
            }
        });
        return known;
    }

    /** @return those whom no other transaction was quicker to make */
    private Set<Person> insertContacts(List<Person> people, Map<Person, Boolean> onWhatsApp) {
        List<UUID> ids = people.stream().map(_ -> UuidCreator.getTimeOrderedEpoch()).toList();
        List<List<Object>> addresses = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            Person person = people.get(i);
            addresses.add(List.of(
                    person.scope().project().value(), person.scope().mode(), AddressKind.of(person.address()),
                    person.address().value(), ids.get(i), now));
        }
        int[] made = session.batch(
                """
                insert into contact_address (project_id, mode, address_kind, address, contact_id, created_at)
                values (?, ?, ?, ?, ?, ?)
                on conflict do nothing""",
                addresses);
        Set<Person> mine = new HashSet<>();
        List<List<Object>> contacts = new ArrayList<>();
        for (int i = 0; i < made.length; i++) {
            if (made[i] == 1) {
                Person person = people.get(i);
                mine.add(person);
                contacts.add(List.of(
                        person.scope().project().value(), ids.get(i), person.scope().mode(), found(onWhatsApp, person),
                        SearchWords.stored(person.address().value()), now, now));
            }
        }
        session.batch(
                """
                insert into contact (project_id, id, mode, metadata, whatsapp, name_words, address_words, created_at, updated_at)
                values (?, ?, ?, '{}', ?, '', ?, ?, ?)""",
                contacts);
        return mine;
    }

    private Map<Person, UUID> knownContacts(Collection<Person> people) {
        Map<Person, UUID> known = new HashMap<>();
        if (!people.isEmpty()) {
            session.each(row -> known.put(
                                    new Person(
                                            Scopes.read(row),
                                            row.constant("address_kind", AddressKind.class).address(row.text("address"))),
                                    row.uuid("contact_id")),
                            """
                            select a.project_id, a.mode, a.address_kind, a.address, a.contact_id
                            from unnest(cast(? as uuid array), cast(? as varchar array), cast(? as varchar array),
                                        cast(? as varchar array)) as k(project_id, mode, address_kind, address)
                            join contact_address a on a.project_id = k.project_id and a.mode = k.mode
                                and a.address_kind = k.address_kind and a.address = k.address""",
                            people.stream().map(person -> person.scope().project().value()).toList(),
                            people.stream().map(person -> person.scope().mode()).toList(),
                            people.stream().map(person -> AddressKind.of(person.address())).toList(),
                            people.stream().map(person -> person.address().value()).toList());
        }
        return known;
    }

    private Map<Pairing, UUID> threads(List<Meeting> meetings, Map<Person, UUID> contacts) {
        Map<Pairing, Address> wanted = new HashMap<>();
        meetings.forEach(meeting -> wanted.putIfAbsent(pairing(meeting, contacts), meeting.address()));
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
        int[] made = session.batch(
                """
                insert into thread (project_id, id, mode, sender_id, contact_id, address_kind, address, channels, created_at,
                                    updated_at, last_active_at, message_count, unread_count)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0)
                on conflict do nothing""",
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
