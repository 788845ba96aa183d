package io.stele.core.contact;

import io.stele.core.address.Address;
import io.stele.core.message.Json;
import io.stele.core.project.Scope;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person. Comes into being with the first message to or from one of the addresses; an address belongs to one contact of a
 * scope.
 *
 * @param profileName what the person calls themself on the channel
 * @param displayName what the project calls the person
 * @param metadata the project's own labels
 */
public record Contact(
        UUID id,
        Scope scope,
        @Nullable String profileName,
        @Nullable String displayName,
        @Nullable String customerId,
        Json.Members metadata,
        List<Address> addresses,
        Instant createdAt,
        Instant updatedAt) {

    public Contact {
        addresses = List.copyOf(addresses);
    }

    /** The project's name for the person, else the person's own. */
    public @Nullable String name() {
        return displayName != null ? displayName : profileName;
    }
}
