package io.stele.server.store.people;

import io.stele.core.address.Address;
import io.stele.core.channel.EndpointId;
import io.stele.core.contact.Contact;
import io.stele.core.contact.ContactBook;
import io.stele.core.contact.ContactChange;
import io.stele.core.contact.ContactFilter;
import io.stele.core.event.ContactChanged;
import io.stele.core.page.Page;
import io.stele.core.page.PageRequest;
import io.stele.core.project.Scope;
import io.stele.server.store.event.NewEvents;
import io.stele.server.store.json.JsonText;
import io.stele.server.store.sql.AddressKind;
import io.stele.server.store.sql.Condition;
import io.stele.server.store.sql.Database;
import io.stele.server.store.sql.Listing;
import io.stele.server.store.sql.Session;
import io.stele.server.store.sql.Strand;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lists contacts by their ids, which sort by time; a page's addresses are read in one go. */
@Singleton
final class StoredContactBook implements ContactBook {

    private static final String SELECT = "select k.* from contact k";

    private final Database database;

    StoredContactBook(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Contact> contact(Scope scope, UUID id) {
        return database.read(session -> contact(session, scope, id, ""));
    }

    @Override
    public Optional<Contact> contact(Scope scope, Address address) {
        return database.read(session -> session.first(
                        row -> row.uuid("contact_id"),
                        """
                        select contact_id from contact_address
                        where project_id = ? and mode = ? and address_kind = ? and address = ?""",
                        scope.project().value(),
                        scope.mode(),
                        AddressKind.of(address),
                        address.value())
                .flatMap(id -> contact(session, scope, id, "")));
    }

    @Override
    public Page<Contact> contacts(Scope scope, ContactFilter filter, PageRequest<UUID> page) {
        return database.read(session -> {
            Page<Contact> bare =
                    listing(session, scope, filter).page(session, Contacts::bare, "k.*", "", page);
            Map<UUID, List<Address>> addresses = Contacts.addresses(
                    session, scope, bare.items().stream().map(Contact::id).toList());
            return bare.map(contact -> Contacts.with(contact, addresses));
        });
    }

    @Override
    public long count(Scope scope, ContactFilter filter) {
        return database.read(session -> listing(session, scope, filter).count(session));
    }

    @Override
    public Optional<Contact> change(Scope scope, UUID id, ContactChange change, Instant at) {
        return database.write(session -> {
            Optional<Contact> before = contact(session, scope, id, " for update");
            before.ifPresent(contact -> write(session, contact, contact.changed(change), at));
            return contact(session, scope, id, "");
        });
    }

    private static void write(Session session, Contact before, Contact contact, Instant at) {
        if (contact.equals(before)) {
            return;
        }
        NewEvents events = new NewEvents();
        events.add(contact.scope(), new ContactChanged(null, contact.id()));
        events.write(session, at);
        session.update(
                """
                update contact
                set profile_name = ?, profile_name_at = case when profile_name is distinct from ? then ? else profile_name_at end,
                    display_name = ?, metadata = ?, name_words = ?, updated_at = ?
                where project_id = ? and id = ?""",
                contact.profileName(),
                contact.profileName(),
                at,
                contact.displayName(),
                JsonText.write(contact.metadata()),
                SearchWords.stored(contact.profileName(), contact.displayName(), contact.username()),
                at,
                contact.scope().project().value(),
                contact.id());
    }

    private static Optional<Contact> contact(Session session, Scope scope, UUID id, String lock) {
        return session.first(
                        Contacts::bare,
                        SELECT + " where k.project_id = ? and k.mode = ? and k.id = ?" + lock,
                        scope.project().value(),
                        scope.mode(),
                        id)
                .map(contact -> Contacts.with(contact, Contacts.addresses(session, scope, List.of(id))));
    }

    private static Listing<UUID> listing(Session session, Scope scope, ContactFilter filter) {
        return new Listing<>(
                "contact", "k", List.of("id"), List::of, strands(session, scope, filter.address()), condition(scope, filter));
    }

    /** Who has an address is found by it. */
    private static List<Strand> strands(Session session, Scope scope, @Nullable Address address) {
        UUID project = scope.project().value();
        if (address == null) {
            return List.of(new Strand("contact_newest", List.of("project_id", "mode", "whatsapp"), List.of(project, scope.mode(), true)));
        }
        return session
                .list(
                        row -> row.uuid("contact_id"),
                        """
                        select distinct contact_id from contact_address
                        where project_id = ? and mode = ? and address = ? and address_kind = ?""",
                        project,
                        scope.mode(),
                        address.value(),
                        AddressKind.of(address))
                .stream()
                .map(contact -> new Strand(null, List.of("project_id", "id"), List.of(project, contact)))
                .toList();
    }

    private static Condition condition(Scope scope, ContactFilter filter) {
        EndpointId endpoint = filter.endpoint();
        Condition found = filter.address() == null
                ? Condition.where("1 = 1")
                : Condition.where("k.mode = ? and k.whatsapp = ?", scope.mode(), true);
        Condition condition = found
                .andIfGiven(
                        """
                        exists (select 1 from correspondence p
                        where p.project_id = k.project_id and p.contact_id = k.id and p.endpoint_id = ?)""",
                        endpoint == null ? null : endpoint.value())
                .andContains("k.profile_name", filter.profileNameContains())
                .andIfGiven("k.customer_id = ?", filter.customerId())
                .andIfGiven("k.created_at >= ?", filter.createdSince())
                .andIfGiven("k.created_at <= ?", filter.createdUntil());
        return customer(containing(condition, filter.addressContains()), filter.hasCustomer());
    }

    private static Condition containing(Condition condition, @Nullable String part) {
        return part == null
                ? condition
                : condition.and(
                        """
                        exists (select 1 from contact_address a
                        where a.project_id = k.project_id and a.contact_id = k.id and lower(a.address) like ? escape '!')""",
                        "%" + Condition.literal(part) + "%");
    }

    private static Condition customer(Condition condition, @Nullable Boolean has) {
        if (has == null) {
            return condition;
        }
        return condition.and(has ? "k.customer_id is not null" : "k.customer_id is null");
    }
}
