package io.stele.adapters.kapso;

import io.stele.core.address.Address;
import io.stele.core.address.BusinessScopedUserId;
import io.stele.core.address.ChatId;
import io.stele.core.address.EmailAddress;
import io.stele.core.address.PhoneNumber;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How Kapso names a person: by the digits of a phone number, by a business-scoped user id, by one of the parent business, or
 * by several of these.
 */
public record Persons(@Nullable String digits, @Nullable String userId, @Nullable String parentUserId) {

    private static final String PARENT = ".ENT.";

    /** The person with this address. */
    public static Persons of(Address address) {
        return of(List.of(address));
    }

    /** The person with these addresses; of each kind the first counts. */
    public static Persons of(List<Address> addresses) {
        String digits = null;
        String userId = null;
        String parentUserId = null;
        for (Address address : addresses) {
            switch (address) {
                case PhoneNumber number -> digits = first(digits, number.digits());
                case BusinessScopedUserId(String id) when id.contains(PARENT) -> parentUserId = first(parentUserId, id);
                case BusinessScopedUserId(String id) -> userId = first(userId, id);
                case ChatId _, EmailAddress _ -> {
                    // Nobody on WhatsApp is named so.
                }
            }
        }
        return new Persons(digits, userId, parentUserId);
    }

    private static String first(@Nullable String known, String next) {
        return known == null ? next : known;
    }
}
