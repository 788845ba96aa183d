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
 * Three times as much is sent as the server can take. What it does not take it must refuse in good form, with a time to wait, and what it takes it
 * must deliver, in a memory that is bounded. A few clients cannot tell what it can take, and a cold server takes little: when all was taken, it is three times as much as
 * that, and so on, until something is refused.
 */
public record Overload(Duration patience, boolean quick) {

    /** Options of the server's virtual machine. */
    public static final List<String> OPTIONS = List.of("-Xmx512m");

    /** The heap, and as much again for everything else. */
    private static final long MOST_BYTES = 1024L * 1024 * 1024;

    private static final int CLIENTS = 64;
    private static final int TIMES = 3;
    private static final int MOST_FLOODS = 5;
    private static final Duration LOOK = Duration.ofMillis(250);

    /** @param notes to which is added what was found */
    public Findings on(Stage stage, List<String> notes) throws IOException, InterruptedException {
        stage.greet();
        try (Flood flood = stage.flood();
                MemoryWatch watch = MemoryWatch.start(stage.node().process().pid(), stage.embeddedFile(), LOOK)) {
            Duration time = Duration.ofSeconds(quick ? 3 : 10);
            long capacity = flood.warmCapacity(CLIENTS, time);
            notes.add("%,d sends a second are answered to %d clients".formatted(capacity, CLIENTS));
            for (int i = 0; i < MOST_FLOODS && flood.refused() == 0; i++) {
                long taken = flood.send(TIMES * capacity, time);
                notes.add("%,d a second were sent for %d s; %,d a second were taken, %,d refused"
                        .formatted(TIMES * capacity, time.toSeconds(), taken, flood.refused()));
                capacity = Math.max(capacity, taken);
            }
            notes.add("in all answered so: " + String.join(", ", flood.answers()));
            Findings findings = stage.judge(Rules.WHOLE.unordered(), patience);
            notes.add("resident memory was %,.0f MiB at the most, with %s"
                    .formatted(watch.mostResident() / MemoryWatch.MIB, String.join(" ", OPTIONS)));
            List<Violation> violations = new ArrayList<>(Manners.violations(stage.evidence()));
            if (watch.mostResident() > MOST_BYTES) {
                violations.add(new Violation(
                        "too much memory", "%,.0f MiB".formatted(watch.mostResident() / MemoryWatch.MIB)));
            }
            if (flood.refused() == 0) {
                violations.add(new Violation("never too much", String.join(", ", flood.answers())));
            }
            return findings.with(violations);
        }
    }
}
