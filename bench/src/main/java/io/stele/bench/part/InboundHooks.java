package io.stele.bench.part;

import io.stele.bench.load.Burst;
import io.stele.bench.load.Load;
import io.stele.bench.load.SteleLoads;
import io.stele.bench.report.Figure;
import io.stele.bench.report.Measure;
import io.stele.harness.stele.ConnectedStele;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/** How many messages of people are taken in. */
public final class InboundHooks {

    /** More than are taken in a second, so that the bodies last as long as the load. */
    private static final int MOST_PER_SECOND = 20_000;

    private final Run run;
    private final ConnectedStele stele;
    private final SteleLoads loads;

    public InboundHooks(Run run, ConnectedStele stele) {
        this.run = run;
        this.stele = stele;
        this.loads = new SteleLoads(stele);
    }

    public void measure() {
        Burst burst = Burst.median(run.wrk(), run.pace(), this::bodies, stele.meter(), () -> {});
        run.report().add(Figure.of(Measure.HOOK, burst));
        run.report().add(Measure.HOOK, burst.times());
    }

    private Load bodies(Duration duration) {
        try {
            return loads.hooks((int) duration.toSeconds() * MOST_PER_SECOND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
