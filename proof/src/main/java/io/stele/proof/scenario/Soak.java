package io.stele.proof.scenario;

import io.stele.harness.machine.LiveHeap;
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

/**
 * Half of what a server can take, for a long time: what it holds must not grow. The heap is as small as under overload: where it may have gigabytes, the
 * virtual machine lets it grow for hours although little of it is alive.
 */
public record Soak(Duration time, Duration patience) {

    /** Options of the server's virtual machine. */
    public static final List<String> OPTIONS = Overload.OPTIONS;

    private static final int CLIENTS = 16;
    private static final int PROBERS = 32;
    private static final Duration PROBE = Duration.ofSeconds(15);
    private static final Duration LOOK = Duration.ofSeconds(1);

    /** What a heap that breathes may add between two looks at the least that it holds. */
    private static final double MOST_MIB = 64;

    /** What may be alive in the heap beyond what was alive after the first third: nothing but what is under way. */
    private static final double MOST_LIVE_MIB = 16;

    private static final double MOST_DESCRIPTORS = 16;

    private static final int THIRDS = 3;

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
        long pid = stage.node().process().pid();
        try (MemoryWatch watch = MemoryWatch.start(pid, stage.embeddedFile(), LOOK)) {
            Traffic traffic = Traffic.start(stage, CLIENTS, pause);
            List<Double> live = new ArrayList<>();
            for (int i = 0; i < THIRDS; i++) {
                goOn(stage, time.dividedBy(THIRDS));
                live.add(LiveHeap.bytes(pid) / MemoryWatch.MIB);
            }
            traffic.stop();
            List<Violation> violations = new ArrayList<>();
            Growth memory = growth(watch, each -> each.residentBytes() / MemoryWatch.MIB);
            Growth descriptors = growth(watch, Sample::descriptors);
            Growth file = growth(watch, each -> each.fileBytes() / MemoryWatch.MIB);
            notes.add("%,d sends a second can be taken; half of that for %,d s: %,d texts answered"
                    .formatted(capacity, time.toSeconds(), traffic.senders().answered()));
            notes.add("resident MiB, with %s: %s, may add %s".formatted(String.join(" ", OPTIONS), memory, MOST_MIB));
            notes.add("MiB of the heap that a collection leaves, after each third: %.1f, %.1f, %.1f, may add %s"
                    .formatted(live.get(0), live.get(1), live.get(2), MOST_LIVE_MIB));
            notes.add("file descriptors: " + descriptors + ", may add " + MOST_DESCRIPTORS);
            if (memory.added() > MOST_MIB) {
                violations.add(new Violation("memory grows", memory.toString()));
            }
            if (live.getLast() - live.getFirst() > MOST_LIVE_MIB) {
                violations.add(new Violation("what lives in the heap grows", live.toString()));
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

    private static void goOn(Stage stage, Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            stage.running().mustGoOn();
            Waiting.pause(LOOK);
        }
    }

    private static Growth growth(MemoryWatch watch, ToDoubleFunction<Sample> what) {
        return Growth.of(watch.samples().stream().map(what::applyAsDouble).toList());
    }
}
