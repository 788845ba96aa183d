package io.stele.core.address;

import org.jspecify.annotations.Nullable;

/**
 * By what WhatsApp knows a person besides a phone number.
 *
 * @param userId as one business sees the person
 * @param parentUserId as all businesses of one owner see the person
 * @param username chosen by the person, as WhatsApp writes it; no address, since it can change hands
 */
public record Identity(
        @Nullable BusinessScopedUserId userId,
        @Nullable BusinessScopedUserId parentUserId,
        @Nullable String username) {

    /** Nothing is known. */
    public static final Identity UNKNOWN = new Identity(null, null, null);

    /** Whether nothing is known. */
    public boolean isUnknown() {
        return equals(UNKNOWN);
    }
}
