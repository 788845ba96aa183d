package io.stele.core.work;

import java.time.Instant;

/** For how long a claim is ours. It is renewed while the claim is worked off, so that each look may tell a later moment. */
@FunctionalInterface
public interface Lease {

    /** Until when the claim is ours, as far as is known now: from then on another may have it. */
    Instant heldUntil();
}
