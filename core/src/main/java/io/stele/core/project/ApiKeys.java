package io.stele.core.project;

import java.util.Optional;

/** Finds out who presents a key. */
public interface ApiKeys {

    /** The owner of the key with this hash; empty when there is none. */
    Optional<Principal> owner(String hash);
}
