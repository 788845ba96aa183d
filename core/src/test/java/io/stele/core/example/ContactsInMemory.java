package io.stele.core.example;

import io.stele.core.address.Address;
import io.stele.core.contact.Contact;
import io.stele.core.contact.ContactBook;
import io.stele.core.contact.ContactChange;
import io.stele.core.contact.ContactFilter;
import io.stele.core.message.Json;
import io.stele.core.page.Page;
import io.stele.core.page.PageRequest;
import io.stele.core.project.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The example project's contacts, found by id and by address; they cannot be listed or changed. */
public final class ContactsInMemory implements ContactBook {

    private final List<Contact> contacts;

    private ContactsInMemory(List<Contact> contacts) {
        this.contacts = contacts;
    }

    public static ContactsInMemory of(Contact... contacts) {
        return new ContactsInMemory(List.of(contacts));
    }

    /** A contact with these addresses. */
    public static Contact contact(UUID id, Address... addresses) {
        return new Contact(
                id,
                Examples.SCOPE,
                null,
                null,
                null,
                null,
                new Json.Members(Map.of()),
                List.of(addresses),
                Examples.NOW,
                Examples.NOW);
    }

    @Override
    public Optional<Contact> contact(Scope scope, UUID id) {
        return contacts.stream()
                .filter(contact -> contact.scope().equals(scope) && contact.id().equals(id))
                .findFirst();
    }

    @Override
    public Optional<Contact> contact(Scope scope, Address address) {
        return contacts.stream()
                .filter(contact -> contact.scope().equals(scope) && contact.addresses().contains(address))
                .findFirst();
    }

    @Override
    public Page<Contact> contacts(Scope scope, ContactFilter filter, PageRequest<UUID> page) {
        throw new UnsupportedOperationException("not listed");
    }

    @Override
    public long count(Scope scope, ContactFilter filter) {
        throw new UnsupportedOperationException("not listed");
    }

    @Override
    public Optional<Contact> change(Scope scope, UUID id, ContactChange change, Instant at) {
        throw new UnsupportedOperationException("not changed");
    }
}
