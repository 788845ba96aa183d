package io.stele.server.store.people;

import io.stele.core.address.Address;
import io.stele.core.contact.Contact;
import io.stele.core.message.Json;
import io.stele.core.project.Scope;
import io.stele.server.store.json.JsonText;
import io.stele.server.store.sql.AddressKind;
import io.stele.server.store.sql.Row;
import io.stele.server.store.sql.Session;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Contacts by their ids. */
public final class Contacts {

    private record Owned(UUID contact, Address address) {}

    private Contacts() {}

    /** Those that exist of these. */
    public static Map<UUID, Contact> among(Session session, Scope scope, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<UUID, List<Address>> addresses = addresses(session, scope, ids);
        return session
                .list(
                        row -> with(bare(row), addresses),
                        """
                        select k.* from unnest(cast(? as uuid array)) as i(id)
                        join contact k on k.project_id = ? and k.id = i.id""",
                        ids,
                        scope.project().value())
                .stream()
                .collect(Collectors.toMap(Contact::id, Function.identity()));
    }

    /** The row's contact, without addresses. */
    static Contact bare(Row row) {
        Json metadata = JsonText.read(row.text("metadata"));
        return new Contact(
                row.uuid("id"),
                Scopes.read(row),
                row.textOrNull("profile_name"),
                row.textOrNull("username"),
                row.textOrNull("display_name"),
                row.textOrNull("customer_id"),
                metadata instanceof Json.Members members ? members : new Json.Members(Map.of()),
                List.of(),
                row.moment("created_at"),
                row.moment("updated_at"));
    }

    /** The contact with those of the addresses that are its own. */
    static Contact with(Contact contact, Map<UUID, List<Address>> addresses) {
        return new Contact(
                contact.id(),
                contact.scope(),
                contact.profileName(),
                contact.username(),
                contact.displayName(),
                contact.customerId(),
                contact.metadata(),
                addresses.getOrDefault(contact.id(), List.of()),
                contact.createdAt(),
                contact.updatedAt());
    }

    /** The addresses of each, oldest first. */
    static Map<UUID, List<Address>> addresses(Session session, Scope scope, Collection<UUID> contacts) {
        if (contacts.isEmpty()) {
            return Map.of();
        }
        return session
                .list(
                        row -> new Owned(
                                row.uuid("contact_id"),
                                row.constant("address_kind", AddressKind.class).address(row.text("address"))),
                        """
                        select a.contact_id, a.address_kind, a.address
                        from unnest(cast(? as uuid array)) as k(id)
                        join contact_address a on a.project_id = ? and a.contact_id = k.id
                        order by a.created_at, a.address""",
                        contacts,
                        scope.project().value())
                .stream()
                .collect(Collectors.groupingBy(
                        Owned::contact, Collectors.mapping(Owned::address, Collectors.toUnmodifiableList())));
    }
}
