package io.stele.server.api.operator;

import io.stele.core.delivery.DeliveryQueue;
import io.stele.server.store.WriteProbe;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Whether the server can do its work: its database takes in time what is written, and what is to be delivered is taken up. */
@Singleton
final class Health {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    /** A result is good for so long: whoever asks more often does not make the database work. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final WriteProbe probe;
    private final DeliveryQueue queue;
    private final InstantSource clock;
    private @Nullable CompletableFuture<Boolean> check;
    private Instant checkedAt = Instant.MIN;

    Health(WriteProbe probe, DeliveryQueue queue, InstantSource clock) {
        this.probe = probe;
        this.queue = queue;
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
            return queue.nextDue(now).map(due -> due.isAfter(now.minus(LONGEST_WAIT))).orElse(true);
        } catch (RuntimeException e) {
            return false;
        }
    }
}
