package io.stele.adapters.kapso;

import io.stele.core.address.Address;
import io.stele.core.address.BusinessScopedUserId;
import io.stele.core.address.PhoneNumber;
import java.util.Optional;

/** Reads how clients name a person in paths and queries. */
public final class KapsoAddresses {

    private KapsoAddresses() {}

    /** A phone number, with or without its plus, or a business-scoped user id; empty when the text is neither. */
    public static Optional<Address> read(String text) {
        Optional<Address> userId = BusinessScopedUserId.parse(text).map(Address.class::cast);
        return userId.isPresent() ? userId : PhoneNumber.parse(text).map(Address.class::cast);
    }
}
