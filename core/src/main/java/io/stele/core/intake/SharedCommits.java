package io.stele.core.intake;

import io.stele.core.refusal.RejectedException;
import io.stele.core.refusal.Rejection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Lets requests that arrive together share one transaction. A few committers each take what is waiting, write it, and
 * answer every request after the commit; under load the batches grow by themselves, and a lone request does not wait.
 *
 * <p>The queue is bounded: when it is full, a request is refused with {@link Rejection.Overloaded} instead of piling up.
 * A batch that fails as a whole is written again one by one, so that a poisoned request harms no other.
 *
 * @param <T> what is written
 * @param <R> what the caller is told
 */
public final class SharedCommits<T, R> implements AutoCloseable {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private record Waiting<T, R>(T item, CompletableFuture<R> answer) {}

    private final BlockingQueue<Waiting<T, R>> queue;
    private final Function<List<T>, List<R>> writer;
    private final int largestBatch;
    private final List<Thread> committers = new ArrayList<>();
    private volatile boolean closed;

    /**
     * @param writer writes a batch durably and answers each item, in order
     * @param committers how many batches may be written at once
     * @param largestBatch the most items that a batch has
     * @param capacity the most items that wait
     */
    public SharedCommits(
            String name, Function<List<T>, List<R>> writer, int committers, int largestBatch, int capacity) {
        this.queue = new ArrayBlockingQueue<>(capacity);
        this.writer = writer;
        this.largestBatch = largestBatch;
        for (int i = 0; i < committers; i++) {
            this.committers.add(Thread.ofPlatform().daemon().name(name + "-" + i).start(this::run));
        }
    }

    /**
     * Hands in an item.
     *
     * @return completes after the commit; exceptionally when the write failed
     * @throws RejectedException when too much is waiting, or when this is closed
     */
    public CompletableFuture<R> submit(T item) {
        Waiting<T, R> waiting = new Waiting<>(item, new CompletableFuture<>());
        if (closed || !queue.offer(waiting)) {
            throw new RejectedException(new Rejection.Overloaded(RETRY_AFTER));
        }
        return waiting.answer();
    }

    /** Writes what is waiting, then stops. */
    @Override
    public void close() {
        closed = true;
        for (Thread committer : committers) {
            try {
                committer.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void run() {
        while (!closed || !queue.isEmpty()) {
            try {
                Waiting<T, R> first = queue.poll(100, TimeUnit.MILLISECONDS);
                if (first != null) {
                    List<Waiting<T, R>> batch = new ArrayList<>();
                    batch.add(first);
                    queue.drainTo(batch, largestBatch - 1);
                    write(batch);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void write(List<Waiting<T, R>> batch) {
        List<R> answers;
        try {
            answers = writer.apply(batch.stream().map(Waiting::item).toList());
        } catch (RuntimeException | Error e) {
            if (batch.size() == 1) {
                batch.getFirst().answer().completeExceptionally(e);
            } else {
                batch.forEach(waiting -> write(List.of(waiting)));
            }
            return;
        }
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).answer().complete(answers.get(i));
        }
    }
}
