package io.stele.server.secret;

import java.util.Set;

/** Secrets of one kind in the database. */
public interface SealedRows {

    /** The ids of all keys with which any of them is sealed. */
    Set<String> keyIds();

    /**
     * Seals with the first key whatever is sealed with this other one, so that the other is needed no more. What somebody changes meanwhile is
     * left alone.
     *
     * @throws IllegalStateException when something cannot be opened with the key that it names
     */
    void renew(SecretKeys keys, String other);
}
