package io.stele.core.housekeeping;

import java.time.Duration;
import java.time.Instant;

/** Something that has to be done again and again. Every node does it; what two nodes do at once is done once. */
public interface Chore {

    /** What is done, for people: {@code Deleting old idempotency keys}. */
    String name();

    /** How long to rest when nothing is left to be done. */
    Duration rest();

    /**
     * Does a small part, in a short transaction that holds up nobody.
     *
     * @return whether more may be left to be done
     */
    boolean doPart(Instant now);
}
