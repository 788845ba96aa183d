package io.stele.server.worker;

import io.stele.core.webhook.FanOut;
import io.stele.core.webhook.FanOutStore;
import io.stele.core.work.Worker;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/** Makes deliveries of events as they are numbered, until closed. Several of these, also on several nodes, tell each event once. */
final class FanOutWorker implements AutoCloseable {

    /** How long an event that another node numbered can wait, should that node die. */
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);

    /** Under load: what a transaction numbers or tells costs little beside the transaction. */
    private static final Duration INTERVAL = Duration.ofMillis(20);

    private final Worker worker;

    /**
     * Starts at once.
     *
     * @param onTold runs when there may be new deliveries
     * @param onFault hears of what goes wrong; the work goes on
     */
    FanOutWorker(
            FanOut fanOut, FanOutStore store, Runnable onTold, InstantSource clock, Consumer<Throwable> onFault) {
        Worker.Work telling = new Worker.Work() {
            @Override
            public boolean doSome() {
                boolean told = fanOut.tell(clock.instant());
                if (told) {
                    onTold.run();
                }
                return told;
            }

            @Override
            public Optional<Instant> nextDue() {
                return store.nextDue();
            }
        };
        this.worker = new Worker("fan-out", telling, INTERVAL, LONGEST_PAUSE, clock, onFault);
        worker.start();
    }

    /** Says that events have been numbered, so that they need not wait for the next look. */
    void wake() {
        worker.wake();
    }

    /** Tells nothing more, and waits for what is being told. The rest is told by another node, or after the next start. */
    @Override
    public void close() {
        worker.close();
    }
}
