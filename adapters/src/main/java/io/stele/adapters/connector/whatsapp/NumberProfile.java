package io.stele.adapters.connector.whatsapp;

import io.stele.core.address.PhoneNumber;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What Meta says of a business phone number.
 *
 * @param id its {@code phone_number_id}
 * @param displayNumber as people read it, with spaces and dashes
 * @param verifiedName the name that people see; null when there is none yet
 * @param quality {@code GREEN}, {@code YELLOW}, {@code RED} or {@code UNKNOWN}; null when not told
 * @param status such as {@code CONNECTED}, {@code PENDING} or {@code BANNED}; null when not told
 * @param verification {@code VERIFIED}, {@code NOT_VERIFIED} or {@code EXPIRED}; null when not told
 */
public record NumberProfile(
        String id,
        String displayNumber,
        @Nullable String verifiedName,
        @Nullable String quality,
        @Nullable String status,
        @Nullable String verification) {

    /** The number itself; empty when what is shown is no possible number. */
    public Optional<PhoneNumber> number() {
        return PhoneNumber.parse(displayNumber);
    }
}
