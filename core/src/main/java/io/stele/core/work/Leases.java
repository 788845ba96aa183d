package io.stele.core.work;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * Renews the leases of claims that take long, on a thread of its own, until closed: when a third of a lease is over. So leases can be short, and what
 * a node had claimed that died is soon another's. What is done sooner costs nothing here.
 */
final class Leases<C> implements AutoCloseable {

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final Duration lease;
    private final InstantSource clock;
    private final BiFunction<List<C>, Instant, List<C>> renewal;
    private final Set<Held<C>> held = ConcurrentHashMap.newKeySet();
    private final Worker worker;

    /** A claim that is being worked off. */
    static final class Held<C> implements Lease {

        private final C claim;
        private volatile Instant until;

        private Held(C claim, Instant until) {
            this.claim = claim;
            this.until = until;
        }

        @Override
        public Instant heldUntil() {
            return until;
        }
    }

    /**
     * Starts at once.
     *
     * @param renewal holds claims until a moment, and tells which of them are still ours
     */
    Leases(
            String name,
            Duration lease,
            BiFunction<List<C>, Instant, List<C>> renewal,
            InstantSource clock,
            Consumer<Throwable> onFault) {
        this.lease = lease;
        this.renewal = renewal;
        this.clock = clock;
        this.worker = new Worker(name, new Renewing(), LONGEST_PAUSE, clock, onFault);
        worker.start();
    }

    /** Renews this claim from now on. */
    Held<C> hold(C claim, Instant until) {
        Held<C> begun = new Held<>(claim, until);
        held.add(begun);
        return begun;
    }

    /** The claim is done with. */
    void release(Held<C> done) {
        held.remove(done);
    }

    /** Renews nothing more. */
    @Override
    public void close() {
        worker.close();
    }

    private Instant renewedAt(Held<C> claim) {
        return claim.until.minus(lease.dividedBy(3).multipliedBy(2));
    }

    private final class Renewing implements Worker.Work {

        @Override
        public boolean doSome() {
            Instant now = clock.instant();
            List<Held<C>> due =
                    held.stream().filter(claim -> !renewedAt(claim).isAfter(now)).toList();
            if (!due.isEmpty()) {
                Instant until = now.plus(lease);
                Set<C> kept = Collections.newSetFromMap(new IdentityHashMap<>());
                kept.addAll(renewal.apply(due.stream().map(claim -> claim.claim).toList(), until));
                for (Held<C> claim : due) {
                    if (kept.contains(claim.claim)) {
                        claim.until = until;
                    } else {
                        held.remove(claim);
                    }
                }
            }
            return false;
        }

        @Override
        public Optional<Instant> nextDue() {
            return held.stream().map(Leases.this::renewedAt).min(Comparator.naturalOrder());
        }
    }
}
