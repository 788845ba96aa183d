package io.stele.core.delivery;

import io.stele.core.channel.EndpointId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Counts the messages that are with providers. Safe for concurrent use. */
final class UnderWay {

    private final Map<EndpointId, Integer> counts = new HashMap<>();
    private int free;

    /** @param most how many may be under way at once */
    UnderWay(int most) {
        this.free = most;
    }

    /** A message of this endpoint goes to its provider. */
    synchronized void begin(EndpointId endpoint) {
        free--;
        counts.merge(endpoint, 1, Integer::sum);
    }

    /** A message of this endpoint is done with. */
    synchronized void end(EndpointId endpoint) {
        free++;
        if (counts.merge(endpoint, -1, Integer::sum) == 0) {
            counts.remove(endpoint);
        }
    }

    /** What may be claimed now, up to this many, and nothing of these endpoints. */
    synchronized Room room(int most, Set<EndpointId> closed) {
        return new Room(Math.min(most, free), free, counts, closed);
    }
}
