package io.stele.core.commit;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** How much comes in: what waits for its commit now, and what has been through. Safe for concurrent use. */
public final class Inflow {

    private final AtomicInteger waiting = new AtomicInteger();
    private final LongAdder done = new LongAdder();

    /** Something waits for its commit. */
    public void arrived() {
        waiting.incrementAndGet();
    }

    /** So much waits no more, whatever has become of it. */
    public void left(int number) {
        waiting.addAndGet(-number);
        done.add(number);
    }

    /** How much waits. */
    public int waiting() {
        return waiting.get();
    }

    /** How much has waited and does so no more, since the start. */
    public long done() {
        return done.sum();
    }
}
