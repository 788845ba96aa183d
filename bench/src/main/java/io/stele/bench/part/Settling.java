package io.stele.bench.part;

import io.stele.bench.stele.ConnectedStele;
import io.stele.graphstub.client.Totals;

/** Waits until a server has nothing to do, and warns of what should not have happened until then. */
final class Settling {

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
        warn(totals.callbacks() - totals.callbacksAcknowledged(), "receipts were not taken at the first attempt");
        stele.graph().forget();
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
