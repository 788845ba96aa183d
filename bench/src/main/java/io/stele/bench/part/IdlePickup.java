package io.stele.bench.part;

import io.stele.bench.load.Latency;
import io.stele.bench.load.SteleLoads;
import io.stele.bench.report.Figure;
import io.stele.bench.report.Measure;
import io.stele.graphstub.client.LedgerLine;
import io.stele.graphstub.client.Person;
import io.stele.harness.process.Waiting;
import io.stele.harness.stele.ConnectedStele;
import io.stele.harness.stele.Flavour;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** How soon a message that is sent to an idle server is at Graph. Both ends read the clock of this machine. */
public final class IdlePickup {

    private static final Duration LONGEST = Duration.ofSeconds(30);

    /** Long enough for the receipts to be merged, and for everything to sleep again. */
    private static final Duration REST = Duration.ofMillis(100);

    private final Run run;
    private final ConnectedStele stele;
    private final SteleLoads loads;
    private final Settling settling;

    public IdlePickup(Run run, ConnectedStele stele) {
        this.run = run;
        this.stele = stele;
        this.loads = new SteleLoads(stele);
        this.settling = new Settling(run, stele);
    }

    public void measure() {
        run.wrk().run(loads.sends(Flavour.ZAVU), run.pace().warmUp());
        settling.settle();
        List<Duration> times = new ArrayList<>();
        for (int i = 0; i < run.pace().picks(); i++) {
            Waiting.pause(REST);
            times.add(once(stele.people().get(i % stele.people().size()), "pick-" + i));
        }
        settling.settle();
        run.report().add(Figure.ofLatency(Measure.IDLE, Latency.of(times), times.size() + " messages, one by one"));
    }

    private Duration once(Person person, String key) {
        long seen = last();
        stele.send(Flavour.ZAVU, person, key);
        Instant answered = Instant.now();
        Waiting.pause(REST);
        Waiting.until("Graph has the message", LONGEST, REST, () -> arrived(seen, person).isPresent());
        return Duration.between(answered, arrived(seen, person).orElseThrow());
    }

    private long last() {
        List<LedgerLine> lines = stele.graph().control().ledger();
        return lines.isEmpty() ? 0 : lines.getLast().index();
    }

    private Optional<Instant> arrived(long after, Person person) {
        return stele.graph().control().ledger(after).stream()
                .filter(line -> line.verdict().equals("accepted") && Objects.equals(line.recipient(), person.digits()))
                .map(LedgerLine::at)
                .findFirst();
    }
}
