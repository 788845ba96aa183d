package io.stele.server.store.project;

import io.stele.core.channel.EndpointId;
import io.stele.core.channel.EndpointScopes;
import io.stele.core.project.Scope;
import io.stele.server.store.people.Scopes;
import io.stele.server.store.sql.Database;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers what it has found: an endpoint does not change hands. What does not exist is asked for again each time. */
@Singleton
final class StoredEndpointScopes implements EndpointScopes {

    private final Database database;
    private final Map<EndpointId, Scope> known = new ConcurrentHashMap<>();

    StoredEndpointScopes(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Scope> of(EndpointId endpoint) {
        Scope remembered = known.get(endpoint);
        if (remembered != null) {
            return Optional.of(remembered);
        }
        Optional<Scope> found = database.read(session -> session.first(
                Scopes::read, "select project_id, mode from endpoint where id = ?", endpoint.value()));
        found.ifPresent(scope -> known.put(endpoint, scope));
        return found;
    }
}
