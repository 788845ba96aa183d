package io.stele.server.worker;

import io.stele.adapters.connector.sandbox.SandboxLedger;
import io.stele.adapters.connector.sandbox.SandboxReceipts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Reports the sandbox's receipts when they are due, until closed. Several of these, also on several nodes, share one ledger. */
final class SandboxReporting implements AutoCloseable {

    private static final Duration LONGEST_PAUSE = Duration.ofMillis(100);
    private static final Duration CLOSING = Duration.ofSeconds(10);

    private final SandboxReceipts receipts;
    private final SandboxLedger ledger;
    private final InstantSource clock;
    private final Consumer<Throwable> onFault;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    /** Starts at once. {@code onFault} hears of what goes wrong with the store; the work goes on. */
    SandboxReporting(
            SandboxReceipts receipts, SandboxLedger ledger, InstantSource clock, Consumer<Throwable> onFault) {
        this.receipts = receipts;
        this.ledger = ledger;
        this.clock = clock;
        this.onFault = onFault;
        this.thread = Thread.ofPlatform().daemon().name("sandbox-receipts").start(this::run);
    }

    /** Reports nothing more, and waits for what is being reported. What is left is reported by the next one. */
    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join(CLOSING);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            do {
                reportAll();
            } while (!closed.await(pause().toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void reportAll() {
        try {
            int reported;
            do {
                reported = receipts.reportDue(clock.instant());
            } while (reported > 0 && closed.getCount() > 0);
        } catch (RuntimeException e) {
            onFault.accept(e);
        }
    }

    private Duration pause() {
        try {
            Instant now = clock.instant();
            return ledger.nextDue()
                    .map(due -> Duration.between(now, due))
                    .filter(until -> until.compareTo(LONGEST_PAUSE) < 0)
                    .map(until -> until.isPositive() ? until.plusMillis(1) : Duration.ofMillis(1))
                    .orElse(LONGEST_PAUSE);
        } catch (RuntimeException e) {
            onFault.accept(e);
            return LONGEST_PAUSE;
        }
    }
}
