package io.stele.server.store;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Does things at the same moment. */
public final class Together {

    private Together() {}

    /** Does this so many times at once. @return what came of each */
    public static <T> List<T> times(int times, Callable<T> work) {
        return all(IntStream.range(0, times).mapToObj(_ -> work).toList());
    }

    /** Does all of these at once. @return what came of each, in their order */
    public static <T> List<T> all(List<? extends Callable<T>> works) {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> running = works.stream()
                    .map(work -> threads.submit(() -> {
                        start.await();
                        return work.call();
                    }))
                    .toList();
            start.countDown();
            return running.stream().map(Together::outcome).toList();
        }
    }

    /**
     * Begins {@code first}, and {@code second} when the store shows that the first waits for a lock. That is for the second to free.
     *
     * @return what came of the first
     */
    static <T> T whileItWaits(TestStore store, Callable<T> first, Runnable second) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<T> running = threads.submit(first);
            try {
                await().atMost(Duration.ofSeconds(20))
                        .during(Duration.ofMillis(250))
                        .until(() -> running.isDone() || store.waiting() > 0);
            } finally {
                second.run();
            }
            return outcome(running);
        }
    }

    private static <T> T outcome(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new AssertionError("one of many failed", e.getCause());
        }
    }
}
