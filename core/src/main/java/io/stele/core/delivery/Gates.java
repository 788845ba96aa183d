package io.stele.core.delivery;

import io.stele.core.channel.EndpointId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The endpoints whose providers asked this node for a pause. Each node hears that for itself. Safe for concurrent use. */
final class Gates {

    private final Map<EndpointId, Instant> closed = new ConcurrentHashMap<>();

    /** Closes the endpoint until then; one that is closed for longer stays so. */
    void close(EndpointId endpoint, Instant until) {
        closed.merge(endpoint, until, (known, asked) -> known.isAfter(asked) ? known : asked);
    }

    /** Until when the endpoint is closed; empty when it is open. */
    Optional<Instant> closedUntil(EndpointId endpoint, Instant now) {
        return Optional.ofNullable(closed.get(endpoint)).filter(until -> until.isAfter(now));
    }

    /** Those that are closed now. */
    Set<EndpointId> closed(Instant now) {
        closed.values().removeIf(until -> !until.isAfter(now));
        return Set.copyOf(closed.keySet());
    }
}
