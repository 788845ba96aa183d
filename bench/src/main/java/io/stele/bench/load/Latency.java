package io.stele.bench.load;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** How long answers took: half of them, all but one in a hundred, and all but one in a thousand, at most so long. */
public record Latency(Duration p50, Duration p99, Duration p999) {

    /** Of times that were measured one by one. @throws IllegalArgumentException when there are none */
    public static Latency of(Collection<Duration> times) {
        if (times.isEmpty()) {
            throw new IllegalArgumentException("no times");
        }
        List<Duration> sorted = times.stream().sorted().toList();
        return new Latency(at(sorted, 0.5), at(sorted, 0.99), at(sorted, 0.999));
    }

    /** The smallest that is not exceeded by this part of them. */
    private static Duration at(List<Duration> sorted, double part) {
        int rank = (int) Math.ceil(part * sorted.size());
        return sorted.get(Math.clamp(rank - 1, 0, sorted.size() - 1));
    }
}
