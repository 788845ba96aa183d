package io.stele.core.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until it is told otherwise. Safe for concurrent use. */
public final class SettableClock implements InstantSource {

    private final AtomicReference<Instant> now;

    public SettableClock(Instant now) {
        this.now = new AtomicReference<>(now);
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    /** Puts the clock to this moment. */
    public void set(Instant moment) {
        now.set(moment);
    }

    /** Puts the clock forward, or back by a negative duration, and says what it shows then. */
    public Instant advance(Duration by) {
        return now.updateAndGet(moment -> moment.plus(by));
    }
}
