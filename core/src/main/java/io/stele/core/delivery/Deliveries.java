package io.stele.core.delivery;

import io.stele.core.commit.SharedCommits;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Takes messages out of their lanes and sends them, each claim on a virtual thread of its own, until closed. A slow provider holds up
 * its own lanes only: see {@link Room}.
 *
 * <p>Several of these, also on several nodes, share one queue.
 */
public final class Deliveries implements AutoCloseable {

    private static final Duration SHORTEST_SLEEP = Duration.ofMillis(1);
    private static final Duration LONGEST_SLEEP = Duration.ofMillis(500);
    private static final Duration DOUBT_INTERVAL = Duration.ofSeconds(1);
    private static final Duration CLOSING = Duration.ofSeconds(10);
    private static final int DOUBTFUL_AT_ONCE = 100;

    private final DeliveryQueue queue;
    private final Attempt attempt;
    private final InstantSource clock;
    private final Consumer<Throwable> onFault;
    private final Limits limits;
    private final UnderWay underWay;
    private final Semaphore wake = new Semaphore(0);
    private final ExecutorService sends = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("delivery-", 0).factory());
    private final SharedCommits<Settlement, Boolean> settlements;
    private final Thread claimer;
    private volatile boolean closed;
    /** Touched by the claimer only. */
    private Instant nextDoubt;

    /**
     * @param underWay the most messages that are with providers at once
     * @param claim the most lanes that one claim takes
     * @param lease how long a claim holds its lane; longer than {@link Connector#DEADLINE}, so that there is time to begin
     */
    public record Limits(int underWay, int claim, Duration lease) {
        public Limits {
            if (lease.compareTo(Connector.DEADLINE) <= 0) {
                throw new IllegalArgumentException("a lease is longer than a connector may take");
            }
        }
    }

    /** Starts at once. {@code onFault} hears of what goes wrong with the store, and must not throw; the work goes on. */
    public Deliveries(
            DeliveryQueue queue, Attempt attempt, Limits limits, InstantSource clock, Consumer<Throwable> onFault) {
        this.queue = queue;
        this.attempt = attempt;
        this.clock = clock;
        this.onFault = onFault;
        this.limits = limits;
        this.underWay = new UnderWay(limits.underWay());
        this.settlements = new SharedCommits<>("settlement", this::settle, 1, limits.claim(), limits.underWay());
        this.nextDoubt = clock.instant();
        this.claimer = Thread.ofPlatform().daemon().name("delivery-claimer").start(this::run);
    }

    /** Says that something new is due, so that it need not wait for the next look. */
    public void wake() {
        if (wake.availablePermits() == 0) {
            wake.release();
        }
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
        closed = true;
        wake();
        try {
            claimer.join(CLOSING);
            sends.shutdown();
            if (!sends.awaitTermination(CLOSING.toMillis(), TimeUnit.MILLISECONDS)) {
                sends.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        settlements.close();
    }

    private List<Boolean> settle(List<Settlement> batch) {
        queue.settle(batch, clock.instant());
        wake();
        return batch.stream().map(settled -> true).toList();
    }

    private void run() {
        try {
            while (!closed) {
                sleep(look());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Claims what there is and what there is room for, and says how long nothing will be to do unless somebody wakes us. */
    private Duration look() {
        endDoubts();
        try {
            Room room = room();
            if (room.isFull()) {
                return LONGEST_SLEEP;
            }
            return claim(room) ? Duration.ZERO : untilNextDue(room);
        } catch (RuntimeException | Error e) {
            onFault.accept(e);
            return LONGEST_SLEEP;
        }
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

    private boolean claim(Room room) {
        List<Claim> claims = queue.claim(room, clock.instant(), limits.lease());
        for (Claim claim : claims) {
            underWay.begin(claim.dispatch().endpoint().id());
            sends.execute(() -> deliver(claim));
        }
        return !claims.isEmpty();
    }

    private void deliver(Claim claim) {
        try {
            keep(attempt.of(claim));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            onFault.accept(e);
        } finally {
            underWay.end(claim.dispatch().endpoint().id());
            wake();
        }
    }

    /**
     * Writes a settlement, however long the store is away: else what the provider said would be in doubt. Should the lease run out
     * meanwhile, the queue knows what is still worth writing.
     */
    private void keep(Settlement settlement) throws InterruptedException {
        while (!isKept(settlement) && !closed) {
            Thread.sleep(LONGEST_SLEEP);
        }
    }

    private boolean isKept(Settlement settlement) {
        try {
            return settlements.submit(settlement).join();
        } catch (RuntimeException e) {
            onFault.accept(e);
            return false;
        }
    }

    /** What is due of an endpoint that is full waits for one of its messages to be done, and then somebody wakes us. */
    private Duration untilNextDue(Room room) {
        return queue.nextDue(clock.instant(), room.full())
                .map(due -> Duration.between(clock.instant(), due).plusMillis(1))
                .map(until -> Collections.max(List.of(until, SHORTEST_SLEEP)))
                .map(until -> Collections.min(List.of(until, LONGEST_SLEEP)))
                .orElse(LONGEST_SLEEP);
    }

    private void sleep(Duration most) throws InterruptedException {
        if (wake.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS)) {
            wake.drainPermits();
        }
    }
}
