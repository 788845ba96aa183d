package io.stele.adapters.http;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Does the same on many virtual threads at once. */
final class Concurrently {

    private Concurrently() {}

    /** What each came to, in order. */
    static <T> List<T> run(int times, IntFunction<T> work) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return join(start(threads, times, work));
        }
    }

    static <T> List<Future<T>> start(ExecutorService threads, int times, IntFunction<T> work) {
        List<Future<T>> started = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            int number = i;
            started.add(threads.submit(() -> work.apply(number)));
        }
        return started;
    }

    static <T> List<T> join(List<Future<T>> started) {
        List<T> results = new ArrayList<>();
        for (Future<T> future : started) {
            try {
                results.add(future.get());
            } catch (InterruptedException | ExecutionException e) {
                throw new AssertionError(e);
            }
        }
        return results;
    }
}
