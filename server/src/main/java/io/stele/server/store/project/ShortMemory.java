package io.stele.server.store.project;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * Remembers what was found, for some seconds. What was not found is asked for again each time. What was being looked for while it was
 * forgotten is not remembered. Bounded: when too much is remembered, all of it is forgotten.
 */
final class ShortMemory<K, V> {

    private static final int MOST = 10_000;

    private record Remembered<V>(V value, Instant until) {}

    private final ConcurrentHashMap<K, Remembered<V>> remembered = new ConcurrentHashMap<>();
    /** How often anything was forgotten. */
    private final AtomicLong forgettings = new AtomicLong();
    private final InstantSource clock;
    private final Duration span;

    ShortMemory(InstantSource clock, Duration span) {
        this.clock = clock;
        this.span = span;
    }

    /** What is remembered under the key, else what is found now. */
    Optional<V> get(K key, Function<K, Optional<V>> find) {
        Instant now = clock.instant();
        Remembered<V> known = remembered.get(key);
        if (known != null && now.isBefore(known.until())) {
            return Optional.of(known.value());
        }
        long before = forgettings.get();
        Optional<V> found = find.apply(key);
        if (remembered.size() >= MOST) {
            remembered.clear();
        }
        found.ifPresentOrElse(
                value -> remembered.put(key, new Remembered<>(value, now.plus(span))), () -> remembered.remove(key));
        if (forgettings.get() != before) {
            remembered.remove(key);
        }
        return found;
    }

    void forget(K key) {
        forgettings.incrementAndGet();
        remembered.remove(key);
    }
}
