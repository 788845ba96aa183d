package io.stele.bench.part;

import io.stele.bench.load.Load;
import io.stele.bench.load.SteleLoads;
import io.stele.bench.load.WrkResult;
import io.stele.bench.report.Figure;
import io.stele.bench.report.Measure;
import io.stele.harness.machine.Meter;
import io.stele.harness.machine.Meter.Used;
import io.stele.harness.machine.ProcessorTimes;
import io.stele.harness.stele.ConnectedStele;
import io.stele.harness.stele.Flavour;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/** How many messages go all the way in a second: from the first that is accepted until the last receipt is merged. */
public final class EndToEnd {

    private final Run run;
    private final ConnectedStele stele;
    private final SteleLoads loads;
    private final Settling settling;

    public EndToEnd(Run run, ConnectedStele stele) {
        this.run = run;
        this.stele = stele;
        this.loads = new SteleLoads(stele);
        this.settling = new Settling(run, stele);
    }

    public void measure() {
        Load load = loads.sends(Flavour.ZAVU);
        long errors = run.wrk().run(load, run.pace().warmUp()).errors();
        settling.settle();
        Meter meter = stele.meter();
        Used before = meter.read();
        ProcessorTimes timesBefore = meter.times();
        long begun = System.nanoTime();
        WrkResult result = run.wrk().run(load, run.pace().sustained());
        stele.awaitDelivered(run.pace().longestDrain());
        Duration taken = Duration.ofNanos(System.nanoTime() - begun);
        Used used = meter.read().since(before);
        run.report().add(Measure.END_TO_END, meter.times().since(timesBefore));
        settling.settle();
        run.report().add(new Figure(
                Measure.END_TO_END,
                OptionalDouble.of(result.good() / (taken.toMillis() / 1e3)),
                Optional.empty(),
                errors + result.errors(),
                OptionalDouble.of(used.processorSeconds() * 1000 / Math.max(1, result.good())),
                OptionalDouble.of((double) used.bytes() / Math.max(1, result.good())),
                "%,d messages, accepted in %d s, delivered after %d s"
                        .formatted(result.good(), result.duration().toSeconds(), taken.toSeconds())));
    }
}
