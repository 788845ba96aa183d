package io.stele.bench.report;

import io.stele.bench.load.Burst;
import io.stele.bench.load.Latency;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What was measured of one thing.
 *
 * @param perSecond requests, messages or commits
 * @param errors answers that were none, over all repeats and the warm-up
 * @param processorSeconds of a thousand
 * @param bytes that were written for each
 * @param note what else there is to say; may be empty
 */
public record Figure(
        Measure measure,
        OptionalDouble perSecond,
        Optional<Latency> latency,
        long errors,
        OptionalDouble processorSeconds,
        OptionalDouble bytes,
        String note) {

    /** The median of some bursts, with all that is known of it. Where nothing was answered well, that is not much. */
    public static Figure of(Measure measure, Burst burst) {
        if (burst.result().good() == 0) {
            return new Figure(
                    measure,
                    OptionalDouble.of(0),
                    Optional.empty(),
                    burst.errors(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    "no good answer");
        }
        return new Figure(
                measure,
                OptionalDouble.of(burst.result().perSecond()),
                Optional.of(burst.result().latency()),
                burst.errors(),
                OptionalDouble.of(burst.processorSecondsPerThousand()),
                OptionalDouble.of(burst.bytesEach()),
                burst.slowest() < burst.fastest()
                        ? "from %,.0f to %,.0f".formatted(burst.slowest(), burst.fastest())
                        : "");
    }

    /** One that has only times. */
    public static Figure ofLatency(Measure measure, Latency latency, String note) {
        return new Figure(
                measure, OptionalDouble.empty(), Optional.of(latency), 0, OptionalDouble.empty(), OptionalDouble.empty(), note);
    }

    /** The same without bytes, for what writes none. */
    public Figure withoutBytes() {
        return new Figure(measure, perSecond, latency, errors, processorSeconds, OptionalDouble.empty(), note);
    }

    /** The same with more to say. */
    public Figure noting(String more) {
        String whole = note.isEmpty() ? more : note + "; " + more;
        return new Figure(measure, perSecond, latency, errors, processorSeconds, bytes, whole);
    }
}
