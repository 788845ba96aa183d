package io.stele.core.inbound;

import io.stele.core.message.Json;

/**
 * Something that a provider told and of which nothing else came: so that it can be counted, and looked into.
 *
 * @param topic the provider's word for what it is about, for example {@code history}; empty when it has none
 * @param details as it came
 */
public record Unhandled(String topic, Reason reason, Json.Members details) {

    /** Why nothing came of it. */
    public enum Reason {
        /** It is about an address that is none of ours. */
        NOT_OURS,
        /** It is of a kind that we do not take in. */
        NOT_SERVED,
        /** It does not say what it is about, or whom. */
        UNREADABLE
    }
}
