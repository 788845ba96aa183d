package io.stele.proof.scenario;

import io.stele.proof.client.Flood;
import io.stele.proof.verdict.Findings;
import io.stele.proof.verdict.Findings.Violation;
import io.stele.proof.verdict.Manners;
import io.stele.proof.verdict.Rules;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Three times as much is sent as the server takes. What it does not take it must refuse in good form, with a time to wait, and what it takes it must deliver, in a memory that
 * is bounded. A few clients cannot tell what it can take, and a cold server takes little: so it is three times as much as they get through at first, then three times as much as
 * was taken of that, and so on, until what is sent is three times what is taken meanwhile.
 */
public record Overload(Duration patience, boolean quick) {

    /** Options of the server's virtual machine. */
    public static final List<String> OPTIONS = List.of("-Xmx512m");

    /** The heap, and as much again for everything else. */
    private static final long MOST_BYTES = 1024L * 1024 * 1024;

    private static final int CLIENTS = 64;

    /** Twice as many as the posts that the server has under way, and not half as many as the connections that it takes. */
    private static final int CONNECTIONS = 4_096;

    private static final int TIMES = 3;
    private static final int MOST_FLOODS = 8;
    private static final Duration LOOK = Duration.ofMillis(250);

    /** @param notes to which is added what was found */
    public Findings on(Stage stage, List<String> notes) throws IOException, InterruptedException {
        stage.greet();
        try (Flood flood = stage.flood();
                MemoryWatch watch = MemoryWatch.start(stage.node().process().pid(), stage.embeddedFile(), LOOK)) {
            Duration time = Duration.ofSeconds(quick ? 3 : 10);
            long capacity = flood.warmCapacity(CLIENTS, time);
            notes.add("%,d sends a second are answered to %d clients".formatted(capacity, CLIENTS));
            List<Violation> violations = new ArrayList<>();
            boolean isEnough = false;
            for (int i = 0; i < MOST_FLOODS && !isEnough; i++) {
                Flood.Pace pace = flood.send(TIMES * capacity, time, CONNECTIONS);
                isEnough = flood.refused() > 0 && pace.begun() >= TIMES * pace.taken();
                notes.add("of %,d a second for %d s, %,d a second were sent; %,d a second were taken, %,d refused"
                        .formatted(TIMES * capacity, time.toSeconds(), pace.begun(), pace.taken(), flood.refused()));
                capacity = Math.max(capacity, pace.taken());
                if (pace.neverBegun() > 0) {
                    violations.add(new Violation("all clients waited", "%,d sends were never begun".formatted(pace.neverBegun())));
                }
            }
            notes.add("in all answered so: " + String.join(", ", flood.answers()));
            Findings findings = stage.judge(Rules.WHOLE.unordered(), patience);
            notes.add("resident memory was %,.0f MiB at the most, with %s"
                    .formatted(watch.mostResident() / MemoryWatch.MIB, String.join(" ", OPTIONS)));
            violations.addAll(Manners.violations(stage.evidence()));
            if (watch.mostResident() > MOST_BYTES) {
                violations.add(new Violation(
                        "too much memory", "%,.0f MiB".formatted(watch.mostResident() / MemoryWatch.MIB)));
            }
            if (!isEnough) {
                violations.add(new Violation("never three times too much", String.join(", ", flood.answers())));
            }
            return findings.with(violations);
        }
    }
}
