package io.stele.bench.part;

import io.stele.bench.load.Burst;
import io.stele.bench.load.SteleLoads;
import io.stele.bench.report.Figure;
import io.stele.bench.report.Measure;
import io.stele.harness.stele.ConnectedStele;
import io.stele.harness.stele.Flavour;

/**
 * How many messages are accepted, durably, in bursts during which deliveries go on at the pace that they find. What is told of costs is all
 * that a message costs until its receipts are merged.
 */
public final class Accepting {

    private final Run run;
    private final ConnectedStele stele;
    private final SteleLoads loads;
    private final Settling settling;

    public Accepting(Run run, ConnectedStele stele) {
        this.run = run;
        this.stele = stele;
        this.loads = new SteleLoads(stele);
        this.settling = new Settling(run, stele);
    }

    /** Each flavour, on a server that has just started. */
    public void measureAll() {
        heat();
        measure(Measure.ACCEPT_ZAVU, Flavour.ZAVU);
        measure(Measure.ACCEPT_KAPSO, Flavour.KAPSO);
        measure(Measure.ACCEPT_CHIRP, Flavour.CHIRP);
    }

    /** One flavour, on a server that has just started. */
    public void measureOnly(Measure measure, Flavour flavour) {
        heat();
        measure(measure, flavour);
    }

    private void heat() {
        run.wrk().run(loads.sends(Flavour.ZAVU), run.pace().heating());
        settling.settle();
    }

    private void measure(Measure measure, Flavour flavour) {
        Burst burst =
                Burst.median(run.wrk(), run.pace(), _ -> loads.sends(flavour), stele.meter(), settling::settle);
        settling.mustHaveNoFailures();
        run.report().add(Figure.of(measure, burst));
        run.report().add(measure, burst.times());
    }
}
