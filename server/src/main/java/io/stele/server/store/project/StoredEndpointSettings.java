package io.stele.server.store.project;

import io.micronaut.context.BeanProvider;
import io.stele.core.channel.Endpoint;
import io.stele.core.channel.EndpointId;
import io.stele.core.channel.EndpointSettings;
import io.stele.server.secret.SecretKeys;
import io.stele.server.store.sql.Database;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Answers from memory: an endpoint's settings are read and opened again after five seconds, or when this node changed them. */
@Singleton
final class StoredEndpointSettings implements EndpointSettings {

    private static final Duration REMEMBERED = Duration.ofSeconds(5);

    private final Database database;
    private final BeanProvider<SecretKeys> keys;
    private final ShortMemory<EndpointId, Map<String, String>> memory;

    StoredEndpointSettings(Database database, BeanProvider<SecretKeys> keys, InstantSource clock) {
        this.database = database;
        this.keys = keys;
        this.memory = new ShortMemory<>(clock, REMEMBERED);
    }

    @Override
    public Map<String, String> of(Endpoint endpoint) {
        return memory.get(endpoint.id(), _ -> Optional.of(read(endpoint))).orElseThrow();
    }

    /** Makes the next question about the endpoint go to the database. */
    void forget(EndpointId endpoint) {
        memory.forget(endpoint);
    }

    private Map<String, String> read(Endpoint endpoint) {
        Map<String, String> values = new HashMap<>();
        database.read(session -> SettingValues.sealed(session, endpoint))
                .forEach((name, sealed) -> values.put(name, opened(endpoint, name, sealed)));
        return Map.copyOf(values);
    }

    private String opened(Endpoint endpoint, String name, String sealed) {
        return keys.get()
                .open(SettingValues.place(endpoint.id(), name), sealed)
                .orElseThrow(() -> new IllegalStateException("The setting " + name + " of the endpoint "
                        + endpoint.id().value() + " is sealed with the key " + SecretKeys.keyId(sealed)
                        + ", which this node does not have"));
    }
}
