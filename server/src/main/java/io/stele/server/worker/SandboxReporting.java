package io.stele.server.worker;

import io.stele.adapters.connector.sandbox.SandboxLedger;
import io.stele.adapters.connector.sandbox.SandboxReceipts;
import io.stele.core.work.Worker;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/** Reports the sandbox's receipts when they are due, until closed. Several of these, also on several nodes, share one ledger. */
final class SandboxReporting implements AutoCloseable {

    private static final Duration LONGEST_PAUSE = Duration.ofMillis(100);

    private final Worker worker;

    /** Starts at once. {@code onFault} hears of what goes wrong with the store; the work goes on. */
    SandboxReporting(
            SandboxReceipts receipts, SandboxLedger ledger, InstantSource clock, Consumer<Throwable> onFault) {
        Worker.Work reporting = new Worker.Work() {
            @Override
            public boolean doSome() {
                return receipts.reportDue(clock.instant()) > 0;
            }

            @Override
            public Optional<Instant> nextDue() {
                return ledger.nextDue();
            }
        };
        this.worker = new Worker("sandbox-receipts", reporting, LONGEST_PAUSE, clock, onFault);
        worker.start();
    }

    /** Reports nothing more, and waits for what is being reported. What is left is reported by the next one. */
    @Override
    public void close() {
        worker.close();
    }
}
