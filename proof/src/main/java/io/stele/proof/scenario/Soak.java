package io.stele.proof.scenario;

import io.stele.harness.process.Waiting;
import io.stele.proof.client.Flood;
import io.stele.proof.scenario.MemoryWatch.Sample;
import io.stele.proof.verdict.Findings;
import io.stele.proof.verdict.Findings.Violation;
import io.stele.proof.verdict.Growth;
import io.stele.proof.verdict.Rules;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Half of what a server can take, for a long time: what it holds must not grow. */
public record Soak(Duration time, Duration patience) {

    private static final int CLIENTS = 16;
    private static final int PROBERS = 32;
    private static final Duration PROBE = Duration.ofSeconds(15);
    private static final Duration LOOK = Duration.ofSeconds(1);

    /** What a heap that breathes may add between two looks at the least that it holds. */
    private static final double MOST_MIB = 64;

    private static final double MOST_DESCRIPTORS = 16;

    /** @param notes to which is added what was found */
    public Findings on(Stage stage, List<String> notes) throws IOException, InterruptedException {
        stage.greet();
        long capacity;
        try (Flood flood = stage.flood()) {
            capacity = flood.warmCapacity(PROBERS, PROBE);
        }
        // Clients wait for answers too, so that this is a little less than half.
        Duration pause = Duration.ofNanos(2 * CLIENTS * Duration.ofSeconds(1).toNanos() / capacity);
        try (MemoryWatch watch = MemoryWatch.start(stage.node().process().pid(), LOOK)) {
            Traffic traffic = Traffic.start(stage, CLIENTS, pause);
            long end = System.nanoTime() + time.toNanos();
            while (System.nanoTime() < end) {
                stage.running().mustGoOn();
                Waiting.pause(LOOK);
            }
            traffic.stop();
            List<Violation> violations = new ArrayList<>();
            Growth memory = Growth.of(watch.samples().stream().map(Sample::residentBytes).map(each -> each / MemoryWatch.MIB).toList());
            Growth descriptors = Growth.of(watch.samples().stream().map(each -> (double) each.descriptors()).toList());
            notes.add("%,d sends a second can be taken; half of that for %,d s: %,d texts answered"
                    .formatted(capacity, time.toSeconds(), traffic.senders().answered()));
            notes.add("resident MiB: " + memory + ", may add " + MOST_MIB);
            notes.add("file descriptors: " + descriptors + ", may add " + MOST_DESCRIPTORS);
            if (memory.added() > MOST_MIB) {
                violations.add(new Violation("memory grows", memory.toString()));
            }
            if (descriptors.added() > MOST_DESCRIPTORS) {
                violations.add(new Violation("file descriptors grow", descriptors.toString()));
            }
            return stage.judge(Rules.WHOLE.unordered(), patience).with(violations);
        }
    }
}
