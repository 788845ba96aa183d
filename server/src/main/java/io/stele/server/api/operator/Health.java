package io.stele.server.api.operator;

import io.stele.core.delivery.Deliveries;
import io.stele.server.store.WriteProbe;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Whether the server can do its work: its database takes in time what is written, and what is to be delivered is taken up. */
@Singleton
final class Health {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    /** A result is good for so long: whoever asks more often does not make the database work. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final WriteProbe probe;
    private final Supplier<Optional<Instant>> nextDue;
    private final InstantSource clock;
    private @Nullable CompletableFuture<Boolean> check;
    private Instant checkedAt = Instant.MIN;

    @Inject
    Health(WriteProbe probe, Deliveries deliveries, InstantSource clock) {
        this(probe, deliveries::nextDue, clock);
    }

    /** @param nextDue when the next lane is due that can be claimed */
    Health(WriteProbe probe, Supplier<Optional<Instant>> nextDue, InstantSource clock) {
        this.probe = probe;
        this.nextDue = nextDue;
        this.clock = clock;
    }

    /** Answers within two seconds, whatever the database does. */
    boolean isUp() {
        return running().completeOnTimeout(false, PATIENCE.toMillis(), TimeUnit.MILLISECONDS).join();
    }

    /** A check that hangs is waited for by all who ask, so that they do not use up the connections. */
    private synchronized CompletableFuture<Boolean> running() {
        CompletableFuture<Boolean> current = check;
        if (current == null || (current.isDone() && !clock.instant().isBefore(checkedAt.plus(FRESH)))) {
            CompletableFuture<Boolean> started = new CompletableFuture<>();
            Thread.ofVirtual().name("health").start(() -> started.complete(keepsUp()));
            check = started;
            checkedAt = clock.instant();
            current = started;
        }
        return current.copy();
    }

    private boolean keepsUp() {
        try {
            probe.write();
            Instant now = clock.instant();
            return nextDue.get().map(due -> due.isAfter(now.minus(LONGEST_WAIT))).orElse(true);
        } catch (RuntimeException e) {
            return false;
        }
    }
}
