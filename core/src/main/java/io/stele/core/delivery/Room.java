package io.stele.core.delivery;

import io.stele.core.channel.EndpointId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How many more messages may be with providers.
 *
 * <p>No endpoint has more under way than there is room left for all others: one whose provider does not answer, or that has very much to
 * send, ends with half of the room, the next such one with half of the rest, and so on. An endpoint that has nothing under way may always
 * have one, as long as there is room at all.
 *
 * @param most the most lanes that are to be claimed now
 * @param free how many messages more may be under way, in all
 * @param underWay how many are, of each endpoint that has any
 * @param closed the endpoints that may have none, because their providers asked for a pause
 */
public record Room(int most, int free, Map<EndpointId, Integer> underWay, Set<EndpointId> closed) {

    public Room {
        underWay = Map.copyOf(underWay);
        closed = Set.copyOf(closed);
    }

    /** Whether there is none. */
    public boolean isFull() {
        return most <= 0 || free <= 0;
    }

    /** The endpoints for which there is none. */
    public Set<EndpointId> full() {
        return Stream.concat(
                        closed.stream(),
                        underWay.entrySet().stream()
                                .filter(entry -> !mayHaveAnother(entry.getValue(), free))
                                .map(Map.Entry::getKey))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Those of the lanes for which there is room, in their order; the first ones have it. */
    public <T> List<T> admitted(List<T> lanes, Function<T, EndpointId> endpoint) {
        Map<EndpointId, Integer> counts = new HashMap<>(underWay);
        List<T> admitted = new ArrayList<>();
        for (T lane : lanes) {
            int count = counts.getOrDefault(endpoint.apply(lane), 0);
            if (admitted.size() < most
                    && !closed.contains(endpoint.apply(lane))
                    && mayHaveAnother(count, free - admitted.size())) {
                admitted.add(lane);
                counts.put(endpoint.apply(lane), count + 1);
            }
        }
        return admitted;
    }

    private static boolean mayHaveAnother(int count, int free) {
        return free > 0 && (count == 0 || count + 1 < free);
    }
}
