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
import java.util.function.ToDoubleFunction;

/** Half of what a server can take, for a long time: what it holds must not grow. */
public record Soak(Duration time, Duration patience) {

    private static final int CLIENTS = 16;
    private static final int PROBERS = 32;
    private static final Duration PROBE = Duration.ofSeconds(15);
    private static final Duration LOOK = Duration.ofSeconds(1);

    /** What a heap that breathes may add between two looks at the least that it holds. */
    private static final double MOST_MIB = 64;

    private static final double MOST_DESCRIPTORS = 16;

    /** What the embedded database may add to its file for each message: it, its events and the receipts, and as much that is yet to be used again. */
    private static final double MOST_KIB = 32;

    private static final double KIB_PER_MIB = 1024;

    /** @param notes to which is added what was found */
    public Findings on(Stage stage, List<String> notes) throws IOException, InterruptedException {
        stage.greet();
        long capacity;
        try (Flood flood = stage.flood()) {
            capacity = flood.warmCapacity(PROBERS, PROBE);
        }
        // Clients wait for answers too, so that this is a little less than half.
        Duration pause = Duration.ofNanos(2 * CLIENTS * Duration.ofSeconds(1).toNanos() / capacity);
        try (MemoryWatch watch = MemoryWatch.start(stage.node().process().pid(), stage.embeddedFile(), LOOK)) {
            Traffic traffic = Traffic.start(stage, CLIENTS, pause);
            long end = System.nanoTime() + time.toNanos();
            while (System.nanoTime() < end) {
                stage.running().mustGoOn();
                Waiting.pause(LOOK);
            }
            traffic.stop();
            List<Violation> violations = new ArrayList<>();
            Growth memory = growth(watch, each -> each.residentBytes() / MemoryWatch.MIB);
            Growth descriptors = growth(watch, Sample::descriptors);
            Growth file = growth(watch, each -> each.fileBytes() / MemoryWatch.MIB);
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
            if (file.last() > 0) {
                double each = file.slope() * file.looks() / traffic.senders().answered() * KIB_PER_MIB;
                notes.add("file of the database, MiB: %s; %.1f KiB for each text, may add %s".formatted(file, each, MOST_KIB));
                if (each > MOST_KIB) {
                    violations.add(new Violation("the database's file grows", file.toString()));
                }
            }
            return stage.judge(Rules.WHOLE.unordered(), patience).with(violations);
        }
    }

    private static Growth growth(MemoryWatch watch, ToDoubleFunction<Sample> what) {
        return Growth.of(watch.samples().stream().map(what::applyAsDouble).toList());
    }
}
