package io.stele.core.delivery;

import io.stele.core.intake.SharedCommits;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Takes messages out of their lanes and sends them, each claim on a virtual thread of its own, until closed. A slow provider holds up
 * its own lanes only, up to the bound on what is under way.
 *
 * <p>Several of these, also on several nodes, share one queue.
 */
public final class Deliveries implements AutoCloseable {

    private static final Duration LONGEST_SLEEP = Duration.ofMillis(500);
    private static final Duration DOUBT_INTERVAL = Duration.ofSeconds(1);
    private static final Duration CLOSING = Duration.ofSeconds(10);
    private static final int DOUBTFUL_AT_ONCE = 100;

    private final DeliveryQueue queue;
    private final Attempt attempt;
    private final InstantSource clock;
    private final Consumer<Throwable> onFault;
    private final Limits limits;
    private final Semaphore room;
    private final Semaphore wake = new Semaphore(0);
    private final ExecutorService sends = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("delivery-", 0).factory());
    private final SharedCommits<Settlement, Boolean> settlements;
    private final Thread claimer;
    private volatile boolean closed;

    /**
     * @param underWay the most messages that are with providers at once
     * @param claim the most lanes that one claim takes
     * @param lease how long a claim holds its lane; longer than any connector takes
     */
    public record Limits(int underWay, int claim, Duration lease) {}

    /** Starts at once. {@code onFault} hears of what goes wrong with the store; the work goes on. */
    public Deliveries(
            DeliveryQueue queue, Attempt attempt, Limits limits, InstantSource clock, Consumer<Throwable> onFault) {
        this.queue = queue;
        this.attempt = attempt;
        this.clock = clock;
        this.onFault = onFault;
        this.limits = limits;
        this.room = new Semaphore(limits.underWay());
        this.settlements = new SharedCommits<>("settlement", this::settle, 1, limits.claim(), limits.underWay());
        this.claimer = Thread.ofPlatform().daemon().name("delivery-claimer").start(this::run);
    }

    /** Says that something new is due, so that it need not wait for the next look. */
    public void wake() {
        if (wake.availablePermits() == 0) {
            wake.release();
        }
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
        Instant nextDoubt = clock.instant();
        while (!closed) {
            try {
                if (!clock.instant().isBefore(nextDoubt)) {
                    queue.giveUpOnDoubtful(clock.instant(), DOUBTFUL_AT_ONCE);
                    nextDoubt = clock.instant().plus(DOUBT_INTERVAL);
                }
                if (!claimSome()) {
                    sleep();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                onFault.accept(e);
                try {
                    sleep();
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
    }

    private boolean claimSome() {
        int wanted = Math.min(room.availablePermits(), limits.claim());
        if (wanted == 0) {
            return false;
        }
        List<Claim> claims = queue.claim(wanted, clock.instant(), limits.lease());
        for (Claim claim : claims) {
            room.acquireUninterruptibly();
            sends.execute(() -> deliver(claim));
        }
        return !claims.isEmpty();
    }

    private void deliver(Claim claim) {
        try {
            settlements.submit(attempt.of(claim)).join();
        } catch (RuntimeException e) {
            onFault.accept(e);
        } finally {
            room.release();
            wake();
        }
    }

    private void sleep() throws InterruptedException {
        long millis = queue.nextDue(clock.instant())
                .map(due -> Duration.between(clock.instant(), due).toMillis() + 1)
                .map(until -> Math.clamp(until, 1, LONGEST_SLEEP.toMillis()))
                .orElse(LONGEST_SLEEP.toMillis());
        if (wake.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
            wake.drainPermits();
        }
    }
}
