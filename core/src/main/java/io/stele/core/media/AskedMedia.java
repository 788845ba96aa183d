package io.stele.core.media;

import io.stele.core.project.Scope;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Files for those who ask for them: one that is not here yet is fetched before all others, and waited for a little. However many ask for a file
 * on a node, one looks whether it has come. Safe for concurrent use.
 */
public final class AskedMedia implements AutoCloseable {

    private static final Duration LOOK = Duration.ofMillis(50);

    private final MediaStore store;
    private final MediaFetches fetches;
    private final Duration patience;
    private final InstantSource clock;
    private final ConcurrentMap<MediaId, CompletableFuture<Optional<ReceivedFile>>> awaited = new ConcurrentHashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    /** @param patience how long anybody waits */
    public AskedMedia(MediaStore store, MediaFetches fetches, Duration patience, InstantSource clock) {
        this.store = store;
        this.fetches = fetches;
        this.patience = patience;
        this.clock = clock;
    }

    /** The file as it is, or as it is after some waiting while it is still to be fetched; empty when there is none such. */
    public Optional<ReceivedFile> await(Scope scope, MediaId id) {
        Optional<ReceivedFile> now = store.file(scope, id);
        return now.filter(AskedMedia::isPending).isPresent() ? awaited(scope, id) : now;
    }

    /** Whoever waits is answered with the file as it is. */
    @Override
    public void close() {
        closed.countDown();
    }

    private Optional<ReceivedFile> awaited(Scope scope, MediaId id) {
        CompletableFuture<Optional<ReceivedFile>> mine = new CompletableFuture<>();
        CompletableFuture<Optional<ReceivedFile>> others = awaited.putIfAbsent(id, mine);
        if (others != null) {
            return join(others, scope, id);
        }
        try {
            Optional<ReceivedFile> settled = look(scope, id);
            mine.complete(settled);
            return settled;
        } finally {
            awaited.remove(id, mine);
            // where the looking failed, the others look for themselves
            mine.complete(Optional.empty());
        }
    }

    private Optional<ReceivedFile> look(Scope scope, MediaId id) {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            Optional<ReceivedFile> file = store.file(scope, id);
            if (file.isEmpty() || !isWorthWaiting(file.get()) || System.nanoTime() - end >= 0) {
                return file;
            }
            if (isDue(file.get())) {
                fetches.begin(file.get());
            }
            try {
                if (closed.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                    return file;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return file;
            }
        }
    }

    private Optional<ReceivedFile> join(
            CompletableFuture<Optional<ReceivedFile>> others, Scope scope, MediaId id) {
        try {
            Optional<ReceivedFile> settled = others.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return settled.isPresent() ? settled : store.file(scope, id);
        } catch (TimeoutException e) {
            return store.file(scope, id);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return store.file(scope, id);
        }
    }

    /** What the provider did not give is not asked for before its time. */
    private boolean isWorthWaiting(ReceivedFile file) {
        return switch (file.state()) {
            case MediaState.Pending(Instant dueAt, boolean underWay) ->
                underWay || !dueAt.isAfter(clock.instant().plus(patience));
            case MediaState.Stored _, MediaState.Gone _ -> false;
        };
    }

    private boolean isDue(ReceivedFile file) {
        return file.state() instanceof MediaState.Pending(Instant dueAt, _) && !dueAt.isAfter(clock.instant());
    }

    private static boolean isPending(ReceivedFile file) {
        return file.state() instanceof MediaState.Pending;
    }
}
