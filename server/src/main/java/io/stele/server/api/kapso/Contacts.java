package io.stele.server.api.kapso;

import io.stele.adapters.kapso.KapsoAddresses;
import io.stele.core.address.Address;
import io.stele.core.channel.EndpointId;
import io.stele.core.contact.Contact;
import io.stele.core.contact.ContactBook;
import io.stele.core.contact.ContactChange;
import io.stele.core.contact.ContactFilter;
import io.stele.core.page.PageRequest;
import io.stele.core.project.Scope;
import io.stele.core.refusal.RejectedException;
import io.stele.core.refusal.Rejection;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Contacts, as both surfaces find and list them. */
@Singleton
final class Contacts {

    private final ContactBook book;
    private final InstantSource clock;

    Contacts(ContactBook book, InstantSource clock) {
        this.book = book;
        this.clock = clock;
    }

    /**
     * The contact with this phone number or business-scoped user id who talked with the number.
     *
     * @throws RejectedException when there is no such contact
     */
    Contact byAddress(Scope scope, EndpointId number, String text) {
        return KapsoAddresses.read(text)
                .map(address -> new ContactFilter(number, address, null, null, null, null, null, null))
                .flatMap(filter -> book.contacts(scope, filter, PageRequest.first(1)).items().stream().findFirst())
                .orElseThrow(() -> notFound(text));
    }

    /**
     * The contact with this id, or with this address.
     *
     * @throws RejectedException when there is no such contact
     */
    Contact byIdentifier(Scope scope, String text) {
        return Query.uuidOf(text)
                .flatMap(id -> book.contact(scope, id))
                .or(() -> KapsoAddresses.read(text).flatMap(address -> book.contact(scope, address)))
                .orElseThrow(() -> notFound(text));
    }

    /**
     * Changes the contact.
     *
     * @throws RejectedException when it is gone, or would get too large
     */
    Contact change(Contact contact, ContactChange change) {
        return book.change(
                        contact.scope(), contact.id(), change, clock.instant().truncatedTo(ChronoUnit.MILLIS))
                .orElseThrow(() -> notFound(contact.id().toString()));
    }

    /** What the proxy's query asks for. A text that is no address is nobody's. */
    static ContactFilter ofNumber(Query query, EndpointId number) {
        return filter(
                query,
                number,
                query.text("wa_id").map(text -> KapsoAddresses.read(text).orElseGet(() -> People.withUserId(text))));
    }

    /** What the platform's query asks for. */
    static ContactFilter ofProject(Query query) {
        return filter(query, null, query.text(People.USER_ID).map(People::withUserId));
    }

    private static ContactFilter filter(Query query, @Nullable EndpointId number, Optional<Address> address) {
        return new ContactFilter(
                number,
                address.orElse(null),
                query.text("wa_id_contains").map(People::part).orElse(null),
                query.text("profile_name_contains").orElse(null),
                query.text("customer_id").or(() -> query.text("customer_external_id")).orElse(null),
                query.truth("has_customer").orElse(null),
                query.moment("created_after").orElse(null),
                query.moment("created_before").orElse(null));
    }

    private static RejectedException notFound(String text) {
        return new RejectedException(new Rejection.NotFound(Rejection.Resource.CONTACT, text));
    }
}
