package io.stele.core.media;

import io.stele.core.channel.EndpointId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Fetches the files that people send, each on a virtual thread of its own, until closed. A slow provider holds up the files of its own endpoint
 * only. Several of these, also on several nodes, share one queue.
 */
public final class MediaFetches implements AutoCloseable {

    private static final Duration LONGEST_SLEEP = Duration.ofMillis(500);
    private static final Duration CLOSING = Duration.ofSeconds(10);

    private final MediaQueue queue;
    private final MediaFetch fetch;
    private final Limits limits;
    private final InstantSource clock;
    private final Consumer<Throwable> onFault;
    private final Semaphore wake = new Semaphore(0);
    private final ExecutorService fetches = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("media-", 0).factory());
    /** How many are under way, by endpoint. */
    private final Map<EndpointId, Integer> underWay = new HashMap<>();

    private final Thread claimer;
    private volatile boolean closed;

    /**
     * @param underWay the most files that are fetched at once; each needs {@link MediaStore#PIECE_BYTES} of memory
     * @param ofEndpoint the most of one endpoint
     */
    public record Limits(int underWay, int ofEndpoint) {}

    /** Starts at once. {@code onFault} hears of what goes wrong, and must not throw; the work goes on. */
    public MediaFetches(
            MediaQueue queue, MediaFetch fetch, Limits limits, InstantSource clock, Consumer<Throwable> onFault) {
        this.queue = queue;
        this.fetch = fetch;
        this.limits = limits;
        this.clock = clock;
        this.onFault = onFault;
        this.claimer = Thread.ofPlatform().daemon().name("media-claimer").start(this::run);
    }

    /** Says that something new is due, so that it need not wait for the next look. */
    public void wake() {
        if (wake.availablePermits() == 0) {
            wake.release();
        }
    }

    /**
     * Claims nothing more, and breaks off what is under way, which others may begin at once. Nobody is interrupted, since that could harm an embedded
     * database: what a silent provider keeps waiting is found by its lease.
     */
    @Override
    public void close() {
        closed = true;
        fetch.end();
        wake();
        try {
            claimer.join(CLOSING);
            fetches.shutdown();
            fetches.awaitTermination(CLOSING.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Begins with this file before all others, if it is due and there is room for it. */
    void begin(ReceivedFile file) {
        if (!closed && !isFull() && !full().contains(file.name().endpoint())) {
            queue.claim(file.scope(), file.id(), clock.instant(), fetch.leaseEnd()).ifPresent(this::begin);
        }
    }

    private void run() {
        try {
            while (!closed) {
                Duration most = look();
                if (wake.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS)) {
                    wake.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Claims a file if there is one and room for it, and says how long nothing will be to do unless somebody wakes us. */
    private Duration look() {
        try {
            Set<EndpointId> full = full();
            if (isFull()) {
                return LONGEST_SLEEP;
            }
            Optional<MediaClaim> claim = queue.claim(full, clock.instant(), fetch.leaseEnd());
            claim.ifPresent(this::begin);
            return claim.isPresent() ? Duration.ZERO : untilNextDue(full);
        } catch (RuntimeException | Error e) {
            onFault.accept(e);
            return LONGEST_SLEEP;
        }
    }

    private Duration untilNextDue(Set<EndpointId> full) {
        Instant now = clock.instant();
        return queue.nextDue(full)
                .map(due -> Duration.between(now, due).plusMillis(1))
                .map(until -> Collections.max(List.of(until, Duration.ofMillis(1))))
                .map(until -> Collections.min(List.of(until, LONGEST_SLEEP)))
                .orElse(LONGEST_SLEEP);
    }

    private void begin(MediaClaim claim) {
        EndpointId endpoint = claim.file().name().endpoint();
        synchronized (underWay) {
            underWay.merge(endpoint, 1, Integer::sum);
        }
        fetches.execute(() -> fetch(claim, endpoint));
    }

    private void fetch(MediaClaim claim, EndpointId endpoint) {
        try {
            fetch.run(claim);
        } catch (RuntimeException | Error e) {
            onFault.accept(e);
        } finally {
            synchronized (underWay) {
                underWay.computeIfPresent(endpoint, (_, count) -> count == 1 ? null : count - 1);
            }
            wake();
        }
    }

    private boolean isFull() {
        synchronized (underWay) {
            return underWay.values().stream().mapToInt(Integer::intValue).sum() >= limits.underWay();
        }
    }

    /** The endpoints of which no more is fetched now. */
    private Set<EndpointId> full() {
        synchronized (underWay) {
            return underWay.entrySet().stream()
                    .filter(entry -> entry.getValue() >= limits.ofEndpoint())
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toUnmodifiableSet());
        }
    }
}
