package io.stele.server.api.kapso;

import io.stele.core.customer.Customer;
import io.stele.core.customer.CustomerBook;
import io.stele.core.project.Principal;
import io.stele.core.refusal.RejectedException;
import io.stele.core.refusal.Rejection;
import jakarta.inject.Singleton;

/** The customers of a project, by the ids that callers name. */
@Singleton
final class Customers {

    private final CustomerBook book;

    Customers(CustomerBook book) {
        this.book = book;
    }

    /** @throws RejectedException when the project has no such customer */
    Customer customer(Principal principal, String id) {
        return Query.uuidOf(id)
                .flatMap(uuid -> book.customer(principal.project(), uuid))
                .orElseThrow(() -> notFound(id));
    }

    static RejectedException notFound(String id) {
        return new RejectedException(new Rejection.NotFound(Rejection.Resource.CUSTOMER, id));
    }
}
