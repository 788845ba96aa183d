package io.stele.graphstub.client;

import io.stele.graphstub.json.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who writes to the business.
 *
 * @param digits the phone number; null for somebody whose number the business is not told
 * @param userId the business-scoped user id; null before those came
 */
public record Person(
        @Nullable String digits,
        @Nullable String userId,
        String name,
        @Nullable String username,
        @Nullable String countryCode,
        @Nullable String identityKeyHash) {

    /** Somebody who is known by phone number only. */
    public static Person phone(String digits, String name) {
        return new Person(digits, null, name, null, null, null);
    }

    /** Somebody who has a user id, and a user name, and no number that is told. */
    public static Person user(String userId, String name, String username) {
        return new Person(null, userId, name, username, "US", null);
    }

    /** The same with a user id beside the number. */
    public Person known(String otherUserId, @Nullable String otherUsername) {
        return new Person(digits, otherUserId, name, otherUsername, "US", identityKeyHash);
    }

    public Person identity(String keyHash) {
        return new Person(digits, userId, name, username, countryCode, keyHash);
    }

    /** The element of {@code contacts}. */
    Map<String, Object> contact() {
        return Json.members(
                "profile", Json.members("name", name, "username", username, "country_code", countryCode),
                "wa_id", numberOrEmpty(),
                "user_id", userId,
                "identity_key_hash", identityKeyHash);
    }

    /** An unknown number is written as an empty text. */
    String numberOrEmpty() {
        return digits == null ? "" : digits;
    }
}
