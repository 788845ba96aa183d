package io.stele.core.work;

import io.stele.core.commit.SharedCommits;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Claims what waits in a queue and works it off, each claim on a virtual thread of its own, until closed. What came of the claims is
 * written in shared commits.
 *
 * <p>Several of these, also on several nodes, can share one queue.
 *
 * @param <C> what is claimed
 * @param <S> what is written about a claim
 */
public final class Claimer<C, S> implements AutoCloseable {

    /** From one batch of settlements to the next, under load: to write many costs little more than to write one. */
    private static final Duration SETTLEMENTS = Duration.ofMillis(10);

    private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);
    private static final Duration CLOSING = Duration.ofSeconds(10);

    private final Work<C, S> work;
    private final Consumer<Throwable> onFault;
    private final ExecutorService threads;
    private final SharedCommits<S, Boolean> settlements;
    private final Leases<C> leases;
    private final Worker claiming;
    private volatile boolean closed;

    /** What is claimed, and what is done with it. */
    public interface Work<C, S> {

        /** Claims what is due and what there is room for. Called by one thread only, which {@link #nextDue} is too. */
        List<C> claim();

        /**
         * When something will be due that can be claimed then; empty when nothing waits, or when it waits for what is under way to be done.
         * Asked after nothing was claimed.
         */
        Optional<Instant> nextDue();

        /** A claim takes its room. Called before it is worked off, by the thread that claims. */
        void begin(C claim);

        /**
         * Works a claim off, and says what is to be written about it.
         *
         * @param lease for how long the claim is ours; it is renewed meanwhile
         * @throws InterruptedException when nothing is to be written: the claim is left to its lease
         */
        S workOff(C claim, Lease lease) throws InterruptedException;

        /** Until when a claim is ours that has just been made. Called by the thread that claims. */
        Instant heldUntil(C claim);

        /**
         * Holds claims until this moment whose work takes long. Called by a thread of its own.
         *
         * @return those that are still ours; another has the others
         */
        List<C> renew(List<C> claims, Instant until);

        /** A claim gives its room back: it is done with. */
        void end(C claim);

        /** Writes what came of claims, durably. */
        void settle(List<S> settlements);
    }

    /**
     * Starts at once. {@code onFault} hears of what goes wrong, and must not throw; the work goes on.
     *
     * @param name what the threads are called
     * @param largestBatch the most settlements that are written at once
     * @param underWay the most claims that the work has room for
     * @param lease for how long a claim is held when it is made or renewed
     */
    public Claimer(
            String name,
            Work<C, S> work,
            int largestBatch,
            int underWay,
            Duration lease,
            InstantSource clock,
            Consumer<Throwable> onFault) {
        this.work = work;
        this.onFault = onFault;
        this.threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name(name + "-", 0).factory());
        this.settlements = new SharedCommits<>(
                name + "-settlement", this::settle, SharedCommits.Limits.patient(1, largestBatch, underWay), () -> SETTLEMENTS);
        this.leases = new Leases<>(name + "-leases", lease, work::renew, clock, onFault);
        this.claiming = new Worker(name + "-claimer", new Claiming(), LONGEST_PAUSE, clock, onFault);
        // what is worked off wakes it, so that it must be there before it begins
        claiming.start();
    }

    private final class Claiming implements Worker.Work {
        @Override
        public boolean doSome() {
            List<C> claims = work.claim();
            for (C claim : claims) {
                work.begin(claim);
                Leases.Held<C> held = leases.hold(claim, work.heldUntil(claim));
                threads.execute(() -> workOff(claim, held));
            }
            return !claims.isEmpty();
        }

        @Override
        public Optional<Instant> nextDue() {
            return work.nextDue();
        }
    }

    /** Says that something new is due, so that it need not wait for the next look. */
    public void wake() {
        claiming.wake();
    }

    /** Claims nothing more, and waits a little for what is under way. What is not done by then is found by its lease. */
    @Override
    public void close() {
        closed = true;
        claiming.close();
        threads.shutdown();
        try {
            if (!threads.awaitTermination(CLOSING.toMillis(), TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        settlements.close();
        leases.close();
    }

    private List<Boolean> settle(List<S> batch) {
        work.settle(batch);
        claiming.wake();
        return batch.stream().map(settled -> true).toList();
    }

    private void workOff(C claim, Leases.Held<C> held) {
        try {
            keep(work.workOff(claim, held));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            onFault.accept(e);
        } finally {
            leases.release(held);
            work.end(claim);
            claiming.wake();
        }
    }

    /**
     * Writes a settlement, however long the store is away: else what the other side said would be in doubt. Should the lease run out
     * meanwhile, the queue knows what is still worth writing.
     */
    private void keep(S settlement) throws InterruptedException {
        while (!isKept(settlement) && !closed) {
            Thread.sleep(LONGEST_PAUSE);
        }
    }

    private boolean isKept(S settlement) {
        try {
            return settlements.submit(settlement).join();
        } catch (RuntimeException e) {
            onFault.accept(e);
            return false;
        }
    }
}
