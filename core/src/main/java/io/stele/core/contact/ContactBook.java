package io.stele.core.contact;

import io.stele.core.address.Address;
import io.stele.core.page.Page;
import io.stele.core.page.PageRequest;
import io.stele.core.project.Scope;
import io.stele.core.refusal.RejectedException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The contacts of a project. Another scope's are never found. */
public interface ContactBook {

    /** The contact with this id. */
    Optional<Contact> contact(Scope scope, UUID id);

    /** The contact with this address. */
    Optional<Contact> contact(Scope scope, Address address);

    /** Contacts who have an address on WhatsApp, newest first; the key is the id, which sorts by time. */
    Page<Contact> contacts(Scope scope, ContactFilter filter, PageRequest<UUID> page);

    /** How many contacts the filter finds. */
    long count(Scope scope, ContactFilter filter);

    /**
     * Changes the contact; empty when there is none. Changes that come at once are made one after the other.
     *
     * @throws RejectedException when the contact cannot be changed so; see {@link Contact#changed}
     */
    Optional<Contact> change(Scope scope, UUID id, ContactChange change, Instant at);
}
