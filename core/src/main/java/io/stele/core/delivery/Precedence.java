package io.stele.core.delivery;

import io.stele.core.commit.Inflow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Lets what comes in go first. While those who bring messages wait for long, be it for the database or for a processor, one is sent for every few that are
 * accepted, so that a burst is taken in quickly and goes out afterwards.
 *
 * <p>That is for bursts. As soon as a message has waited in its lane for ten seconds, everything goes out as fast as it can, for a second at least; and
 * something goes out all the time, also when nothing can be accepted.
 *
 * <p>For use by one thread.
 */
final class Precedence {

    /** So many are accepted while one is sent. */
    static final int SHARE = 10;

    /** For how long a message may wait in its lane for the sake of others that come in. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Between two claims: small ones cost as much as large ones, and so does what comes of them. */
    static final Duration REST = Duration.ofMillis(100);

    /** So many are sent after each rest at least. */
    static final int LEAST = 8;

    private static final Duration FULL_PACE = Duration.ofSeconds(1);

    private final Inflow inflow;
    private long counted;
    private boolean crowded;
    private Instant restUntil = Instant.MIN;
    private Instant fullUntil = Instant.MIN;

    Precedence(Inflow inflow) {
        this.inflow = inflow;
    }

    /** How many messages may be claimed now; as many as one likes when nothing is to go first. */
    int most(Instant now) {
        crowded = !now.isBefore(fullUntil) && inflow.isCrowded();
        if (!crowded) {
            restUntil = Instant.MIN;
            return Integer.MAX_VALUE;
        }
        return now.isBefore(restUntil) ? 0 : Math.max(LEAST, (int) ((inflow.done() - counted) / SHARE));
    }

    /** Until when nothing may be claimed; a moment that is past when something may. */
    Instant restUntil() {
        return restUntil;
    }

    /** These were claimed. */
    void claimed(List<Claim> claims, Instant now) {
        counted = inflow.done();
        restUntil = crowded ? now.plus(REST) : Instant.MIN;
        Instant latest = now.minus(PATIENCE);
        if (claims.stream().anyMatch(claim -> claim.dispatch().attempt() == 1 && claim.queuedAt().isBefore(latest))) {
            fullUntil = now.plus(FULL_PACE);
        }
    }
}
