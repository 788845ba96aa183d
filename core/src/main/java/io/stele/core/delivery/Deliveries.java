package io.stele.core.delivery;

import io.stele.core.commit.Inflow;
import io.stele.core.work.Claimer;
import io.stele.core.work.Lease;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Takes messages out of their lanes and sends them, each claim on a virtual thread of its own, until closed. A slow provider holds up
 * its own lanes only: see {@link Room}.
 *
 * <p>Several of these, also on several nodes, share one queue.
 */
public final class Deliveries implements AutoCloseable {

    private static final Duration SHORTEST_LEASE = Attempt.BEGINNING.multipliedBy(5);
    private static final Duration DOUBT_INTERVAL = Duration.ofSeconds(1);
    private static final int DOUBTFUL_AT_ONCE = 100;

    private final DeliveryQueue queue;
    private final Attempt attempt;
    private final InstantSource clock;
    private final Consumer<Throwable> onFault;
    private final Limits limits;
    private final UnderWay underWay;
    private final Precedence precedence;
    private final Claimer<Claim, Settlement> claimer;
    /** Touched by the claimer only. */
    private Instant nextDoubt;

    /**
     * @param underWay the most messages that are with providers at once
     * @param claim the most lanes that one claim takes
     * @param lease how long a claim holds its lane. It is renewed while the message is with its provider; so long waits what a node had claimed that
     *     died. Long enough to be renewed in time
     */
    public record Limits(int underWay, int claim, Duration lease) {
        public Limits {
            if (lease.compareTo(SHORTEST_LEASE) < 0) {
                throw new IllegalArgumentException("a lease is too short to be renewed in time");
            }
        }
    }

    /**
     * Starts at once. {@code onFault} hears of what goes wrong with the store, and must not throw; the work goes on.
     *
     * @param inflow the messages that come in here, which go first for a while when there are many
     */
    public Deliveries(
            DeliveryQueue queue,
            Attempt attempt,
            Inflow inflow,
            Limits limits,
            InstantSource clock,
            Consumer<Throwable> onFault) {
        this.queue = queue;
        this.attempt = attempt;
        this.clock = clock;
        this.onFault = onFault;
        this.limits = limits;
        this.underWay = new UnderWay(limits.underWay());
        this.precedence = new Precedence(inflow);
        this.nextDoubt = clock.instant();
        this.claimer =
                new Claimer<>("delivery", new Lanes(), limits.claim(), limits.underWay(), limits.lease(), clock, onFault);
    }

    /** Says that something new is due, so that it need not wait for the next look. */
    public void wake() {
        claimer.wake();
    }

    /**
     * When the next lane is due that this node could claim; empty when none waits. As long as nothing at all can be claimed, it is that of
     * whatever endpoint.
     */
    public Optional<Instant> nextDue() {
        Room room = room();
        return queue.nextDue(clock.instant(), room.isFull() ? Set.of() : room.full());
    }

    /** Claims nothing more, and waits a little for what is under way. What is not done by then is found by its lease. */
    @Override
    public void close() {
        claimer.close();
    }

    /** What goes wrong here does not keep new messages from going out. */
    private void endDoubts() {
        Instant now = clock.instant();
        if (now.isBefore(nextDoubt)) {
            return;
        }
        nextDoubt = now.plus(DOUBT_INTERVAL);
        try {
            queue.endDoubts(now, DOUBTFUL_AT_ONCE);
        } catch (RuntimeException | Error e) {
            onFault.accept(e);
        }
    }

    private Room room() {
        return underWay.room(limits.claim(), attempt.closed());
    }

    private final class Lanes implements Claimer.Work<Claim, Settlement> {

        @Override
        public List<Claim> claim() {
            endDoubts();
            Instant now = clock.instant();
            Room room = underWay.room(Math.min(limits.claim(), precedence.most(now)), attempt.closed());
            if (room.isFull()) {
                return List.of();
            }
            List<Claim> claims = queue.claim(room, now, limits.lease());
            precedence.claimed(claims, now);
            return claims;
        }

        /** What is due of an endpoint that is full waits for one of its messages to be done. */
        @Override
        public Optional<Instant> nextDue() {
            if (clock.instant().isBefore(precedence.restUntil())) {
                return Optional.of(precedence.restUntil());
            }
            Room room = room();
            return room.isFull() ? Optional.empty() : queue.nextDue(clock.instant(), room.full());
        }

        @Override
        public void begin(Claim claim) {
            underWay.begin(claim.dispatch().endpoint().id());
        }

        @Override
        public Settlement workOff(Claim claim, Lease lease) {
            return attempt.of(claim, lease);
        }

        @Override
        public Instant heldUntil(Claim claim) {
            return claim.heldUntil();
        }

        @Override
        public List<Claim> renew(List<Claim> claims, Instant until) {
            return queue.renew(claims, until);
        }

        @Override
        public void end(Claim claim) {
            underWay.end(claim.dispatch().endpoint().id());
        }

        @Override
        public void settle(List<Settlement> settlements) {
            queue.settle(settlements, attempt.followUp(), clock.instant());
        }
    }
}
