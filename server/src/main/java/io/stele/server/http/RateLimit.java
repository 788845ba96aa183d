package io.stele.server.http;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * So many requests per key and minute, counted in fixed windows that begin with the minute; off unless set. Each node counts for itself.
 */
@Singleton
public final class RateLimit {

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final int perMinute;
    private final InstantSource clock;
    private final ConcurrentMap<UUID, Count> counts = new ConcurrentHashMap<>();

    private record Count(long window, int requests) {}

    /**
     * Where a key stands in its window.
     *
     * @param remaining 0 also when the limit is passed
     * @param reset when the next window begins
     * @param within whether this request may go on
     */
    public record Standing(int limit, int remaining, Instant reset, Duration untilReset, boolean within) {}

    RateLimit(@Value("${stele.rate-limit:0}") int perMinute, InstantSource clock) {
        this.perMinute = perMinute;
        this.clock = clock;
    }

    /**
     * Counts a request that is open to anybody against the key that stands behind it. The answer says where the key stands.
     *
     * @throws RefusedException when the limit is passed
     */
    public void count(HttpRequest<?> request, UUID key) {
        count(key).ifPresent(standing -> {
            request.setAttribute(Authentication.STANDING, standing);
            if (!standing.within()) {
                throw new RefusedException(new Refusal.TooMany(standing.untilReset()));
            }
        });
    }

    /** Counts a request; empty when there is no limit. */
    Optional<Standing> count(UUID key) {
        if (perMinute == 0) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        long window = now.toEpochMilli() / WINDOW.toMillis();
        Count count = counts.merge(
                key,
                new Count(window, 1),
                (before, first) -> before.window() == window ? new Count(window, before.requests() + 1) : first);
        Instant reset = Instant.ofEpochMilli((window + 1) * WINDOW.toMillis());
        return Optional.of(new Standing(
                perMinute,
                Math.max(0, perMinute - count.requests()),
                reset,
                Duration.between(now, reset),
                count.requests() <= perMinute));
    }
}
