package io.stele.core.account;

import io.stele.core.message.Json;
import java.time.Instant;

/**
 * What a provider tells of an account.
 *
 * @param businessAccountId by which the provider knows the account
 * @param kind what happened
 * @param word the provider's own, such as {@code ACCOUNT_VIOLATION}
 * @param at when the provider said so, by its clock
 * @param details the report as it came
 */
public record AccountReport(String businessAccountId, Kind kind, String word, Instant at, Json.Members details) {

    /** What can happen to an account. */
    public enum Kind {
        /** It has broken a rule of the provider's. */
        VIOLATION,
        /** Some of what it could do is refused from now on, or no longer. */
        RESTRICTED,
        /** It will be disabled, unless the provider thinks better of it. */
        DISABLING_SCHEDULED,
        /** Nothing goes out or comes in by its endpoints. */
        DISABLED,
        /** It is no longer disabled. */
        REINSTATED,
        /** There is no such account any more. */
        DELETED
    }
}
