package io.stele.bench.part;

import io.stele.bench.load.SteleLoads;
import io.stele.bench.report.Report;
import io.stele.harness.machine.LiveHeap;
import io.stele.harness.machine.ProcessFiles;
import io.stele.harness.process.Waiting;
import io.stele.harness.stele.ConnectedStele;
import io.stele.harness.stele.Flavour;
import java.io.IOException;
import java.time.Duration;

/** What memory a server holds after load, and what each message takes that waits to go out because Graph cannot be reached. */
public final class MemoryUse {

    private static final Duration STEP = Duration.ofSeconds(1);

    /** For what is still being put away after the last receipt. */
    private static final Duration REST = Duration.ofSeconds(5);

    private static final double MIB = 1024 * 1024;

    private final Run run;
    private final ConnectedStele stele;
    private final SteleLoads loads;
    private final Settling settling;

    public MemoryUse(Run run, ConnectedStele stele) {
        this.run = run;
        this.stele = stele;
        this.loads = new SteleLoads(stele);
        this.settling = new Settling(run, stele);
    }

    public void measure() throws IOException {
        Report report = run.report();
        run.wrk().run(loads.sends(Flavour.ZAVU), run.pace().warmUp());
        settling.settle();
        Waiting.pause(REST);
        long pid = stele.process().pid();
        report.add("Resident after load", mib(ProcessFiles.of(pid).residentBytes()));
        long heap = LiveHeap.bytes(pid);
        long resident = ProcessFiles.of(pid).residentBytes();
        stele.graph().stop();
        long waiting = 0;
        while (waiting < run.pace().backlog()) {
            waiting += run.wrk().run(loads.sends(Flavour.ZAVU), STEP).good();
        }
        long heapThen = LiveHeap.bytes(pid);
        long residentThen = ProcessFiles.of(pid).residentBytes();
        long begun = System.nanoTime();
        stele.graph().start();
        report.add("Live heap, idle after load", mib(heap));
        report.add(
                "Memory of each message that waits",
                "%,d bytes of live heap, %,d bytes resident (%,d wait; %s of live heap in all)"
                        .formatted((heapThen - heap) / waiting, (residentThen - resident) / waiting, waiting, mib(heapThen)));
        settling.settle();
        report.add(
                "Delivery of all that waited, after Graph is back",
                "%,d s".formatted(Duration.ofNanos(System.nanoTime() - begun).toSeconds()));
        settling.mustHaveNoFailures();
    }

    /** For people. */
    static String mib(long bytes) {
        return "%,.0f MiB".formatted(bytes / MIB);
    }
}
