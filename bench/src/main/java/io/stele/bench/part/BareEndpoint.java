package io.stele.bench.part;

import io.stele.bench.load.Burst;
import io.stele.bench.load.Load;
import io.stele.bench.process.BareProcess;
import io.stele.bench.report.Figure;
import io.stele.bench.report.Measure;
import io.stele.harness.machine.Meter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** How often the framework answers with JSON when there is nothing to do. */
public final class BareEndpoint {

    private final Run run;

    public BareEndpoint(Run run) {
        this.run = run;
    }

    public void measure() throws IOException {
        Path paths = Files.writeString(run.directory().resolve("bare.txt"), "/bare/2f9gcTbOmkhKG6Mc1Ir0OJ3sWMb\n");
        try (BareProcess bare = run.running().add(BareProcess.start(run.directory()))) {
            Load load = new Load.Paths(bare.root(), Map.of(), paths);
            Burst burst = Burst.median(run.wrk(), run.pace(), _ -> load, Meter.ofProcessor(bare.pid()), () -> {});
            run.report().add(Figure.of(Measure.BARE, burst).withoutBytes());
            run.report().add(Measure.BARE, burst.times());
        }
    }
}
