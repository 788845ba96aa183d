package io.stele.core.commit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets requests that arrive together share one transaction. A few committers each take what is waiting, write it, and
 * answer every request after the commit; under load the batches grow by themselves, and a lone request does not wait.
 *
 * <p>The queue is bounded: when it is full, or when what is in it has waited for too long already, a request is refused with {@link TooMuchWaitingException}
 * instead of piling up.
 * A batch that fails as a whole is written again one by one, so that a poisoned request harms no other.
 *
 * @param <T> what is written
 * @param <R> what the caller is told
 */
public final class SharedCommits<T, R> implements AutoCloseable {

    /**
     * How shared commits are made.
     *
     * @param committers how many batches may be written at once
     * @param largestBatch the most items that a batch has
     * @param capacity the most items that wait; further ones are refused
     * @param longestWait when an item has waited for so long to be taken, further ones are refused: who comes now would wait for as long
     */
    public record Limits(int committers, int largestBatch, int capacity, Duration longestWait) {

        private static final Duration HOWEVER_LONG = Duration.ofDays(365);

        /** Nothing is refused because others wait for long. */
        public static Limits patient(int committers, int largestBatch, int capacity) {
            return new Limits(committers, largestBatch, capacity, HOWEVER_LONG);
        }
    }

    private static final class Waiting<T, R> {

        private final long arrivedAt = System.nanoTime();
        private final T item;
        private final CompletableFuture<R> answer = new CompletableFuture<>();
        /** Written before the answer. */
        private long answeredAt;

        private Waiting(T item) {
            this.item = item;
        }

        private void answer(R result) {
            answeredAt = System.nanoTime();
            answer.complete(result);
        }

        private void fail(Throwable fault) {
            answeredAt = System.nanoTime();
            answer.completeExceptionally(fault);
        }
    }

    private static final Supplier<Duration> NONE = () -> Duration.ZERO;

    private final BlockingQueue<Waiting<T, R>> queue;
    private final Function<List<T>, List<R>> writer;
    private final Limits limits;
    private final Supplier<Duration> interval;
    private final Inflow inflow;
    private final List<Thread> committers = new ArrayList<>();
    private volatile boolean closed;

    /** @param writer writes a batch durably and answers each item, in order */
    public SharedCommits(String name, Function<List<T>, List<R>> writer, Limits limits) {
        this(name, writer, limits, NONE, new Inflow());
    }

    /** @param interval from one batch of a committer to its next, at least: for those who can wait, so that more share a batch. It is asked after each batch */
    public SharedCommits(String name, Function<List<T>, List<R>> writer, Limits limits, Supplier<Duration> interval) {
        this(name, writer, limits, interval, new Inflow());
    }

    /** @param inflow is told of each item that waits, and of its end */
    public SharedCommits(String name, Function<List<T>, List<R>> writer, Limits limits, Inflow inflow) {
        this(name, writer, limits, NONE, inflow);
    }

    private SharedCommits(
            String name, Function<List<T>, List<R>> writer, Limits limits, Supplier<Duration> interval, Inflow inflow) {
        this.limits = limits;
        this.interval = interval;
        this.inflow = inflow;
        this.queue = new ArrayBlockingQueue<>(limits.capacity());
        this.writer = writer;
        inflow.into(this);
        for (int i = 0; i < limits.committers(); i++) {
            this.committers.add(Thread.ofPlatform().daemon().name(name + "-" + i).start(this::run));
        }
    }

    /**
     * Hands in an item.
     *
     * @return completes after the commit; exceptionally when the write failed
     * @throws TooMuchWaitingException when too much is waiting, or when this is closed
     */
    public CompletableFuture<R> submit(T item) {
        return waiting(item).answer;
    }

    /**
     * Hands in an item, and waits until it is written.
     *
     * @throws TooMuchWaitingException when too much is waiting, or when this is closed
     * @throws RuntimeException what the writer threw
     */
    public R written(T item) {
        Waiting<T, R> waiting = waiting(item);
        try {
            return waiting.answer.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        } finally {
            inflow.resumed(waiting.answeredAt);
        }
    }

    private Waiting<T, R> waiting(T item) {
        Waiting<T, R> waiting = new Waiting<>(item);
        inflow.arrived();
        if (closed || isSlow() || !queue.offer(waiting) || isLeftBehind(waiting)) {
            inflow.left(1);
            throw new TooMuchWaitingException();
        }
        return waiting;
    }

    /** Whether an item that came now would be refused, because too much is waiting or for too long. */
    boolean isFull() {
        return queue.remainingCapacity() == 0 || isSlow();
    }

    private boolean isSlow() {
        Waiting<T, R> first = queue.peek();
        return first != null && System.nanoTime() - first.arrivedAt > limits.longestWait().toNanos();
    }

    /** Whether this was closed in between, and the item was put where perhaps no committer looks any more. */
    private boolean isLeftBehind(Waiting<T, R> waiting) {
        return closed && queue.remove(waiting);
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
            Waiting<T, R> first = next();
            if (first != null) {
                List<Waiting<T, R>> batch = new ArrayList<>();
                batch.add(first);
                queue.drainTo(batch, limits.largestBatch() - 1);
                long begun = System.nanoTime();
                write(batch);
                inflow.left(batch.size());
                rest(begun);
            }
        }
    }

    private void rest(long begun) {
        long rest = interval.get().toNanos() - (System.nanoTime() - begun);
        if (rest > 0 && !closed) {
            LockSupport.parkNanos(rest);
        }
    }

    private @Nullable Waiting<T, R> next() {
        try {
            return queue.poll(100, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            // only close ends a committer; an interrupt is a left-over of what the writer called
            return null;
        }
    }

    private void write(List<Waiting<T, R>> batch) {
        List<R> answers;
        try {
            answers = writer.apply(batch.stream().map(waiting -> waiting.item).toList());
        } catch (Throwable e) {
            // also checked exceptions, which a writer behind a proxy can throw: a committer must outlive them all
            if (batch.size() == 1) {
                batch.getFirst().fail(e);
            } else {
                batch.forEach(waiting -> write(List.of(waiting)));
            }
            return;
        }
        if (answers.size() != batch.size()) {
            IllegalStateException fault = new IllegalStateException(
                    "the writer gave " + answers.size() + " answers to a batch of " + batch.size());
            batch.forEach(waiting -> waiting.fail(fault));
            return;
        }
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).answer(answers.get(i));
        }
    }
}
