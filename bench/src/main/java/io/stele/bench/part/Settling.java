package io.stele.bench.part;

import io.stele.graphstub.client.LedgerLine;
import io.stele.graphstub.client.Totals;
import io.stele.harness.stele.ConnectedStele;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Waits until a server has nothing to do, and warns of what should not have happened until then. */
final class Settling {

    private static final long TAKEN = 200;

    /** Fewer than the stand-in keeps. */
    private static final int LOOKED_AT = 1_000;

    private final Run run;
    private final ConnectedStele stele;

    Settling(Run run, ConnectedStele stele) {
        this.run = run;
        this.stele = stele;
    }

    /** @throws IllegalStateException when it takes too long */
    void settle() {
        stele.awaitDelivered(run.pace().longestDrain());
        Totals totals = stele.graph().totals();
        warn(totals.acceptedTwice(), "messages reached Graph twice");
        warn(totals.refused(), "requests were refused by Graph");
        long refused = totals.callbacks() - totals.callbacksAcknowledged();
        if (refused > 0) {
            warn(refused, "times a receipt was not taken, " + refusals());
        }
        stele.graph().forget();
    }

    /** By what the newest of them were answered, 0 for no answer, how many there were. */
    private String refusals() {
        return "of the newest by status "
                + stele.graph().control().newest(LOOKED_AT).stream()
                        .filter(line -> line.kind().equals("callback"))
                        .map(LedgerLine::status)
                        .filter(status -> status != TAKEN)
                        .collect(Collectors.groupingBy(status -> status, TreeMap::new, Collectors.counting()));
    }

    /** Once, at the end: failures stay. */
    void mustHaveNoFailures() {
        if (stele.isAnyWith("failed")) {
            run.report().warn("messages have failed");
        }
    }

    private void warn(long count, String what) {
        if (count > 0) {
            run.report().warn("%,d %s".formatted(count, what));
        }
    }
}
