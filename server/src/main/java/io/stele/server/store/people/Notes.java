package io.stele.server.store.people;

import io.stele.core.address.Address;
import io.stele.core.project.ProjectId;
import io.stele.server.store.sql.Keys;
import io.stele.server.store.sql.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a transaction has learned about contacts: of those that were there, to be noted when it may lock them. */
public final class Notes {

    private final Set<RowId> onWhatsApp = new TreeSet<>();
    private final Map<RowId, List<Address>> addresses = new TreeMap<>();
    private final Set<RowId> newcomers = new HashSet<>();

    void isOnWhatsApp(RowId contact) {
        onWhatsApp.add(contact);
    }

    void addAddress(RowId contact, Address address) {
        addresses.computeIfAbsent(contact, _ -> new ArrayList<>()).add(address);
    }

    void add(RowId newcomer) {
        newcomers.add(newcomer);
    }

    /** Whether the contact was made in this transaction. */
    boolean isNew(RowId contact) {
        return newcomers.contains(contact);
    }

    /** The contacts that are concerned. */
    Set<RowId> contacts() {
        Set<RowId> contacts = new TreeSet<>(onWhatsApp);
        contacts.addAll(addresses.keySet());
        return contacts;
    }

    /** Locks the contacts, in the order of their keys, and notes all. The caller has locked the correspondences. */
    void lockAndWrite(Session session, Instant now) {
        // Of one kind alone, the updates lock in that order.
        if (!onWhatsApp.isEmpty() && !addresses.isEmpty()) {
            session.each(
                    _ -> {},
                    new Keys(contacts().stream()
                            .map(id -> List.of(id.project().value(), id.id()))
                            .toList()),
                    "select project_id, id from contact where (project_id, id) in :keys order by project_id, id for update");
        }
        write(session, now);
    }

    /** Notes all. The caller has locked the contacts. */
    void write(Session session, Instant now) {
        session.batch(
                "update contact set whatsapp = true where project_id = ? and id = ? and not whatsapp",
                onWhatsApp.stream()
                        .map(id -> List.of(id.project().value(), id.id()))
                        .toList());
        session.batch(
                "update contact set address_words = address_words || ?, updated_at = ? where project_id = ? and id = ?",
                addresses.entrySet().stream()
                        .map(entry -> List.of(
                                SearchWords.stored(
                                        entry.getValue().stream().map(Address::value).toArray(String[]::new)),
                                now,
                                entry.getKey().project().value(),
                                entry.getKey().id()))
                        .toList());
    }
}
