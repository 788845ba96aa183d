package io.stele.server.store.people;

import com.github.f4b6a3.uuid.UuidCreator;
import io.stele.core.address.Address;
import io.stele.core.channel.Channel;
import io.stele.core.channel.EndpointId;
import io.stele.core.event.ContactChanged;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Finds out who the people of some meetings are, by all the addresses that are told of each, and makes contacts of those whom nobody knows.
 *
 * <p>An address belongs to one contact for good. Where one is told together with another's, each stays with whom it is: that two contacts are
 * one person shows too late to make them one. Of several transactions that meet a person at once only one makes the contact, and the others
 * wait for it: the addresses' unique key decides, and they are inserted in its order.
 */
final class Recognition {

    /** Somebody with an address. */
    record Person(Scope scope, Address address) {}

    private static final Comparator<Person> BY_PERSON = Comparator.comparing(Person::scope, Scopes.ORDER)
            .thenComparing(person -> person.address().value())
            .thenComparing(person -> AddressKind.of(person.address()));

    private final Session session;
    private final Instant now;
    private final NewEvents events;
    private final Map<Person, UUID> known = new HashMap<>();
    private final Map<Person, UUID> told = new LinkedHashMap<>();
    private final Map<Person, EndpointId> metAt = new HashMap<>();
    private final Map<UUID, Meeting> newcomers = new LinkedHashMap<>();
    private final Notes notes = new Notes();

    Recognition(Session session, Instant now, NewEvents events) {
        this.session = session;
        this.now = now;
        this.events = events;
    }

    /** What is left to be noted about contacts that were there: after the correspondences are locked. */
    Notes notes() {
        return notes;
    }

    /**
     * Recognises the people of the meetings, each by the first of their addresses that is somebody's.
     *
     * @param acquainted whose correspondence is there already: they are told of because of their other addresses
     */
    void recognise(Collection<Meeting> strangers, Collection<Meeting> acquainted) {
        List<Meeting> everyone = new ArrayList<>(strangers);
        everyone.addAll(acquainted);
        Set<Person> all = new HashSet<>();
        everyone.forEach(meeting -> all.addAll(people(meeting)));
        known.putAll(read(all));
        everyone.forEach(this::assign);
        insertAddresses();
        insertContacts(strangers);
        strangers.forEach(this::noteWhatsApp);
    }

    /** Who the person of a meeting is. */
    UUID contact(Meeting meeting) {
        return Objects.requireNonNull(known.get(new Person(meeting.scope(), meeting.address())), "everyone is somebody by now");
    }

    private static List<Person> people(Meeting meeting) {
        return meeting.addresses().stream()
                .map(address -> new Person(meeting.scope(), address))
                .toList();
    }

    private void assign(Meeting meeting) {
        List<Person> people = people(meeting);
        UUID contact = people.stream()
                .map(person -> known.getOrDefault(person, told.get(person)))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> {
                    UUID fresh = UuidCreator.getTimeOrderedEpoch();
                    newcomers.put(fresh, meeting);
                    return fresh;
                });
        people.stream().filter(person -> !known.containsKey(person)).forEach(person -> {
            told.putIfAbsent(person, contact);
            metAt.putIfAbsent(person, meeting.endpoint().id());
        });
    }

    private void insertAddresses() {
        if (told.isEmpty()) {
            return;
        }
        List<Person> sorted = told.keySet().stream().sorted(BY_PERSON).toList();
        int[] made = session.insertAll(
                """
                insert into contact_address (project_id, mode, address_kind, address, contact_id, created_at)
                values (?, ?, ?, ?, ?, ?)""",
                sorted.stream()
                        .map(person -> List.<Object>of(
                                person.scope().project().value(), person.scope().mode(), AddressKind.of(person.address()),
                                person.address().value(), owner(person), now))
                        .toList());
        Set<Person> taken = new HashSet<>();
        for (int i = 0; i < made.length; i++) {
            if (made[i] == 0) {
                taken.add(sorted.get(i));
            }
        }
        Map<Person, UUID> takers = read(taken);
        giveWay(takers);
        told.forEach((person, contact) -> known.put(person, takers.getOrDefault(person, contact)));
        noteAddresses(taken);
    }

    private UUID owner(Person person) {
        return Objects.requireNonNull(told.get(person));
    }

    /** Whoever was quicker with one of a newcomer's addresses has made the contact: the others are added to it. */
    private void giveWay(Map<Person, UUID> takers) {
        Map<RowId, UUID> replaced = new TreeMap<>();
        takers.forEach((person, taker) -> {
            UUID ours = owner(person);
            if (newcomers.containsKey(ours)) {
                replaced.putIfAbsent(new RowId(person.scope().project(), ours), taker);
            }
        });
        List<List<Object>> moves = new ArrayList<>();
        replaced.forEach((ours, taker) -> {
            newcomers.remove(ours.id());
            told.replaceAll((_, contact) -> contact.equals(ours.id()) ? taker : contact);
            moves.add(List.of(taker, ours.project().value(), ours.id()));
        });
        session.batch("update contact_address set contact_id = ? where project_id = ? and contact_id = ?", moves);
    }

    /** What was added to a contact that was there. */
    private void noteAddresses(Set<Person> taken) {
        told.forEach((person, contact) -> {
            if (!taken.contains(person) && !newcomers.containsKey(contact)) {
                notes.addAddress(new RowId(person.scope().project(), contact), person.address());
                events.add(person.scope(), new ContactChanged(metAt.get(person), contact));
            }
        });
    }

    private void insertContacts(Collection<Meeting> strangers) {
        Map<UUID, Boolean> onWhatsApp = new HashMap<>();
        strangers.forEach(meeting -> onWhatsApp.merge(
                contact(meeting), meeting.endpoint().channel() == Channel.WHATSAPP, Boolean::logicalOr));
        Map<UUID, List<String>> addresses = new HashMap<>();
        told.forEach((person, contact) ->
                addresses.computeIfAbsent(contact, _ -> new ArrayList<>()).add(person.address().value()));
        session.batch(
                """
                insert into contact (project_id, id, mode, metadata, whatsapp, name_words, address_words, created_at, updated_at)
                values (?, ?, ?, '{}', ?, '', ?, ?, ?)""",
                newcomers.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey(Ids.ORDER))
                        .map(newcomer -> List.<Object>of(
                                newcomer.getValue().scope().project().value(),
                                newcomer.getKey(),
                                newcomer.getValue().scope().mode(),
                                onWhatsApp.getOrDefault(newcomer.getKey(), false),
                                SearchWords.stored(addresses.getOrDefault(newcomer.getKey(), List.of()).toArray(new String[0])),
                                now,
                                now))
                        .toList());
        newcomers.forEach((contact, meeting) -> {
            notes.add(new RowId(meeting.scope().project(), contact));
            events.add(meeting.scope(), new ContactCreated(meeting.endpoint().id(), contact));
        });
    }

    private void noteWhatsApp(Meeting meeting) {
        UUID contact = contact(meeting);
        if (meeting.endpoint().channel() == Channel.WHATSAPP && !newcomers.containsKey(contact)) {
            notes.isOnWhatsApp(new RowId(meeting.scope().project(), contact));
        }
    }

    private Map<Person, UUID> read(Collection<Person> people) {
        Map<Person, UUID> found = new HashMap<>();
        if (!people.isEmpty()) {
            session.each(row -> found.put(
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
        return found;
    }
}
