package io.stele.core.delivery;

import io.stele.core.channel.Endpoint;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The connectors there are, by name. */
public final class Connectors {

    private final Map<String, Connector> byName;

    /** @throws IllegalArgumentException when two have the same name */
    public Connectors(Collection<? extends Connector> connectors) {
        Map<String, Connector> named = new HashMap<>();
        for (Connector connector : connectors) {
            if (named.put(connector.descriptor().name(), connector) != null) {
                throw new IllegalArgumentException("two connectors are called " + connector.descriptor().name());
            }
        }
        this.byName = Map.copyOf(named);
    }

    /** The connector that serves the endpoint; empty when it is not installed. */
    public Optional<Connector> of(Endpoint endpoint) {
        return Optional.ofNullable(byName.get(endpoint.connector()));
    }
}
