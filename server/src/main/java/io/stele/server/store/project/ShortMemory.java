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
        Optional<V> known = known(key);
        return known.isPresent() ? known : found(key, find);
    }

    /** What a search finds in what is remembered under the key; when it finds nothing there, in what is found now. */
    <T> Optional<T> search(K key, Function<K, Optional<V>> find, Function<V, Optional<T>> search) {
        return known(key).flatMap(search).or(() -> found(key, find).flatMap(search));
    }

    private Optional<V> known(K key) {
        Remembered<V> known = remembered.get(key);
        return known != null && clock.instant().isBefore(known.until()) ? Optional.of(known.value()) : Optional.empty();
    }

    private Optional<V> found(K key, Function<K, Optional<V>> find) {
        Instant now = clock.instant();
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
