package io.stele.server.store.project;

import io.stele.core.project.ApiKeys;
import io.stele.core.project.Principal;
import io.stele.server.store.sql.Database;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Finds keys by their hash. An owner is remembered for five seconds; an unknown key never is. */
@Singleton
final class StoredApiKeys implements ApiKeys {

    private static final Duration REMEMBERED = Duration.ofSeconds(5);

    private final Database database;
    private final Keys keys;
    private final ShortMemory<String, Principal> owners;

    StoredApiKeys(Database database, Keys keys, InstantSource clock) {
        this.database = database;
        this.keys = keys;
        this.owners = new ShortMemory<>(clock, REMEMBERED);
    }

    @Override
    public Optional<Principal> owner(String hash) {
        return owners.get(hash, wanted -> database.read(_ -> keys.findByHash(wanted).map(ApiKeyRow::principal)));
    }
}
