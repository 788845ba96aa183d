package io.stele.core.contact;

import io.stele.core.address.Address;
import io.stele.core.message.Json;
import io.stele.core.project.Scope;
import io.stele.core.refusal.Field;
import io.stele.core.refusal.RejectedException;
import io.stele.core.refusal.Rejection;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person. Comes into being with the first message to or from one of the addresses; an address belongs to one contact of a
 * scope.
 *
 * @param profileName what the person calls themself on the channel
 * @param username the name under which WhatsApp knows the person; it can change hands
 * @param displayName what the project calls the person
 * @param metadata the project's own labels
 */
public record Contact(
        UUID id,
        Scope scope,
        @Nullable String profileName,
        @Nullable String username,
        @Nullable String displayName,
        @Nullable String customerId,
        Json.Members metadata,
        List<Address> addresses,
        Instant createdAt,
        Instant updatedAt) {

    public Contact {
        addresses = List.copyOf(addresses);
    }

    /** The most characters that the names and values of the metadata may have in all. */
    public static final int MOST_METADATA = 65_536;

    /**
     * The contact after the change.
     *
     * @throws RejectedException when the metadata would have more than {@value #MOST_METADATA} characters
     */
    public Contact changed(ContactChange change) {
        Json.Members merged = change.metadata() == null ? metadata : merged(metadata, change.metadata());
        if (change.metadata() != null && merged.length() > MOST_METADATA) {
            throw new RejectedException(new Rejection.InvalidField(
                    Field.CONTACT_METADATA, "must have at most " + MOST_METADATA + " characters in all"));
        }
        return new Contact(
                id,
                scope,
                Renaming.of(profileName, change.profileName()),
                username,
                Renaming.of(displayName, change.displayName()),
                customerId,
                merged,
                addresses,
                createdAt,
                updatedAt);
    }

    private static Json.Members merged(Json.Members before, Json.Members change) {
        Map<String, Json> members = new LinkedHashMap<>(before.members());
        change.members().forEach((name, value) -> {
            if (value instanceof Json.Null) {
                members.remove(name);
            } else {
                members.put(name, value);
            }
        });
        return new Json.Members(members);
    }

    /** The project's name for the person, else the person's own. */
    public @Nullable String name() {
        return displayName != null ? displayName : profileName;
    }
}
