package io.stele.server.api.events;

import io.micronaut.runtime.graceful.GracefulShutdownCapable;
import io.stele.core.refusal.RejectedException;
import io.stele.core.refusal.Rejection;
import io.stele.server.http.Refusal;
import io.stele.server.http.RefusedException;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Who waits at the logs of this node: streams, and requests for a page that is to come. There is room for so many, and a share of it for each key. */
@Singleton
final class OpenReaders implements GracefulShutdownCapable {

    static final int MOST_PER_KEY = 50;
    static final int MOST = 1_000;

    private static final Duration COME_AGAIN = Duration.ofSeconds(5);

    private final Map<OpenReader, UUID> readers = new HashMap<>();
    private final Map<UUID, Integer> byKey = new HashMap<>();
    private boolean closed;

    /**
     * Lets one more in, who must leave in the end.
     *
     * @throws RefusedException when the key has its share
     * @throws RejectedException when there is no room, or when the server is about to stop
     */
    synchronized OpenReader admit(UUID key) {
        if (byKey.getOrDefault(key, 0) >= MOST_PER_KEY) {
            throw new RefusedException(new Refusal.TooMany(COME_AGAIN));
        }
        if (closed || readers.size() >= MOST) {
            throw new RejectedException(new Rejection.Overloaded(COME_AGAIN));
        }
        OpenReader reader = new OpenReader();
        readers.put(reader, key);
        byKey.merge(key, 1, Integer::sum);
        return reader;
    }

    /** Makes room again. */
    synchronized void leave(OpenReader reader) {
        UUID key = readers.remove(reader);
        if (key != null) {
            byKey.computeIfPresent(key, (_, count) -> count == 1 ? null : count - 1);
        }
    }

    synchronized int size() {
        return readers.size();
    }

    /** Ends them all, so that the server need not wait for them; they go on at another node. */
    @Override
    public synchronized CompletionStage<?> shutdownGracefully() {
        closed = true;
        readers.keySet().forEach(OpenReader::end);
        return CompletableFuture.completedStage(null);
    }
}
