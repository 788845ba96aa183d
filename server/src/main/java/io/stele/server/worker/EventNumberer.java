package io.stele.server.worker;

import io.stele.core.event.EventNumbering;
import io.stele.core.work.Worker;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/** Numbers events as they come to be, until closed. Several of these, also on several nodes, do not disturb each other. */
final class EventNumberer implements AutoCloseable {

    /** How long an event of another node that died can wait for its position. */
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(250);

    /** Under load: what a transaction numbers or tells costs little beside the transaction. */
    private static final Duration INTERVAL = Duration.ofMillis(20);

    private final Worker worker;

    /** Starts at once. {@code onFault} hears of what goes wrong with the store; the work goes on. */
    EventNumberer(EventNumbering numbering, InstantSource clock, Consumer<Throwable> onFault) {
        Worker.Work counting = new Worker.Work() {
            @Override
            public boolean doSome() {
                return numbering.number() > 0;
            }

            @Override
            public Optional<Instant> nextDue() {
                return Optional.empty();
            }
        };
        this.worker = new Worker("event-numberer", counting, INTERVAL, LONGEST_PAUSE, clock, onFault);
        worker.start();
    }

    /** Says that events have been written, so that they need not wait for the next look. */
    void wake() {
        worker.wake();
    }

    /** Numbers nothing more, and waits for what is being numbered. The rest is numbered by another node, or after the next start. */
    @Override
    public void close() {
        worker.close();
    }
}
