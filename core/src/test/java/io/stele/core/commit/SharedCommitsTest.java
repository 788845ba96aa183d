package io.stele.core.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.stele.core.commit.SharedCommits.Limits;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SharedCommitsTest {

    private final List<List<String>> batches = new CopyOnWriteArrayList<>();
    private final CountDownLatch writing = new CountDownLatch(1);
    private final CountDownLatch gate = new CountDownLatch(1);

    @Test
    void aLoneItemIsWrittenAndAnswered() {
        try (SharedCommits<String, String> commits = commits(this::upper, 64, 64)) {
            assertThat(commits.submit("a").join()).isEqualTo("A");
        }
        assertThat(batches).containsExactly(List.of("a"));
    }

    @Test
    void itemsThatArriveDuringACommitShareTheNextOne() throws Exception {
        try (SharedCommits<String, String> commits = commits(gated(this::upper), 64, 64)) {
            CompletableFuture<String> first = commits.submit("first");
            writing.await();
            List<CompletableFuture<String>> others = submit(commits, "a", "b", "c");
            gate.countDown();

            assertThat(first.join()).isEqualTo("FIRST");
            assertThat(answers(others)).containsExactly("A", "B", "C");
        }
        assertThat(batches).containsExactly(List.of("first"), List.of("a", "b", "c"));
    }

    @Test
    void itemsThatArriveWithinTheIntervalShareABatch() {
        Duration interval = Duration.ofMillis(500);
        try (SharedCommits<String, String> commits = new SharedCommits<>("test", this::upper, Limits.patient(1, 64, 64), () -> interval)) {
            long begun = System.nanoTime();
            assertThat(commits.submit("first").join()).isEqualTo("FIRST");
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).as("nobody waits alone").isLessThan(interval);

            List<CompletableFuture<String>> others = submit(commits, "a", "b", "c");

            assertThat(answers(others)).containsExactly("A", "B", "C");
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(interval.multipliedBy(9).dividedBy(10));
        }
        assertThat(batches).containsExactly(List.of("first"), List.of("a", "b", "c"));
    }

    @Test
    void theIntervalIsAskedForAfterEachBatch() {
        Deque<Duration> intervals = new ArrayDeque<>(List.of(Duration.ofMillis(1), Duration.ZERO));
        Supplier<Duration> next = intervals::removeFirst;
        try (SharedCommits<String, String> commits = new SharedCommits<>("test", this::upper, Limits.patient(1, 64, 64), next)) {
            commits.submit("first").join();
            commits.submit("second").join();
        }
        assertThat(intervals).isEmpty();
    }

    @Test
    void noBatchIsLargerThanTheLargest() throws Exception {
        try (SharedCommits<String, String> commits = commits(gated(this::upper), 2, 64)) {
            commits.submit("first");
            writing.await();
            List<CompletableFuture<String>> others = submit(commits, "a", "b", "c", "d", "e");
            gate.countDown();

            assertThat(answers(others)).containsExactly("A", "B", "C", "D", "E");
        }
        assertThat(batches).containsExactly(List.of("first"), List.of("a", "b"), List.of("c", "d"), List.of("e"));
    }

    @ParameterizedTest
    @MethodSource
    void aPoisonedItemHarmsNoOther(Throwable fault) throws Exception {
        Function<List<String>, List<String>> writer = batch -> {
            if (batch.contains("bad")) {
                throw SharedCommitsTest.<RuntimeException>sneaky(fault);
            }
            return upper(batch);
        };
        try (SharedCommits<String, String> commits = commits(gated(writer), 64, 64)) {
            commits.submit("first");
            writing.await();
            List<CompletableFuture<String>> good = submit(commits, "a", "b");
            CompletableFuture<String> bad = commits.submit("bad");
            good.addAll(submit(commits, "c"));
            gate.countDown();

            assertThat(answers(good)).containsExactly("A", "B", "C");
            assertThat(bad).failsWithin(Duration.ofSeconds(10)).withThrowableThat().withCause(fault);
            assertThat(commits.submit("d").join()).isEqualTo("D");
        }
    }

    static Stream<Throwable> aPoisonedItemHarmsNoOther() {
        return Stream.of(
                new IllegalStateException("poisoned"), new StackOverflowError("poisoned"), new IOException("poisoned"));
    }

    @Test
    void anItemIsRefusedWhileTooManyWait() throws Exception {
        try (SharedCommits<String, String> commits = commits(gated(this::upper), 64, 2)) {
            CompletableFuture<String> first = commits.submit("first");
            writing.await();
            List<CompletableFuture<String>> waiting = submit(commits, "a", "b");

            assertThat(commits.isFull()).isTrue();
            assertRefused(() -> commits.submit("c"));
            gate.countDown();
            assertThat(first.join()).isEqualTo("FIRST");
            assertThat(answers(waiting)).containsExactly("A", "B");
            assertThat(commits.isFull()).isFalse();
            assertThat(commits.submit("d").join()).isEqualTo("D");
        }
    }

    @Test
    void anItemIsRefusedWhenAnotherHasWaitedForTooLong() throws Exception {
        Limits limits = new Limits(1, 64, 64, Duration.ofMillis(200));
        try (SharedCommits<String, String> commits = new SharedCommits<>("test", gated(this::upper), limits)) {
            commits.submit("first");
            writing.await();
            CompletableFuture<String> waiting = commits.submit("a");
            CompletableFuture<String> also = commits.submit("b");

            await().untilAsserted(() -> assertRefused(() -> commits.submit("c")));
            gate.countDown();

            assertThat(answers(List.of(waiting, also))).containsExactly("A", "B");
            assertThat(commits.submit("d").join()).isEqualTo("D");
        }
    }

    @Test
    void closingWritesWhatIsWaitingAndTakesNothingMore() throws Exception {
        SharedCommits<String, String> commits = commits(gated(this::upper), 3, 64);
        commits.submit("first");
        writing.await();
        List<CompletableFuture<String>> waiting = submit(commits, "a", "b", "c", "d", "e", "f", "g");
        gate.countDown();
        commits.close();

        assertThat(waiting).allMatch(CompletableFuture::isDone);
        assertThat(answers(waiting)).containsExactly("A", "B", "C", "D", "E", "F", "G");
        assertRefused(() -> commits.submit("late"));
    }

    @RepeatedTest(10)
    void whatIsHandedInWhileClosingIsEitherAnsweredOrRefused() throws Exception {
        SharedCommits<String, String> commits = commits(this::upper, 4, 8);
        ConcurrentLinkedQueue<CompletableFuture<String>> taken = new ConcurrentLinkedQueue<>();
        CyclicBarrier start = new CyclicBarrier(5);
        List<Thread> callers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            callers.add(Thread.ofVirtual().start(() -> submitUntilRefused(commits, taken, start)));
        }
        start.await();
        commits.close();
        for (Thread caller : callers) {
            caller.join();
        }

        assertThat(taken).allSatisfy(answer -> assertThat(answer.get(5, TimeUnit.SECONDS)).isEqualTo("A"));
    }

    @Test
    void aWriterThatAnswersTooFewIsAFaultForEach() throws Exception {
        Function<List<String>, List<String>> writer = batch -> batch.size() == 1 ? upper(batch) : List.of("ONE");
        try (SharedCommits<String, String> commits = commits(gated(writer), 64, 64)) {
            commits.submit("first");
            writing.await();
            List<CompletableFuture<String>> pair = submit(commits, "a", "b");
            gate.countDown();

            assertThat(pair).allSatisfy(answer -> assertThat(answer)
                    .failsWithin(Duration.ofSeconds(10))
                    .withThrowableThat()
                    .havingCause()
                    .withMessage("the writer gave 1 answers to a batch of 2"));
            assertThat(commits.submit("c").join()).isEqualTo("C");
        }
    }

    @Test
    void anInterruptThatAWriterLeavesBehindStopsNothing() {
        Function<List<String>, List<String>> writer = batch -> {
            Thread.currentThread().interrupt();
            return upper(batch);
        };
        try (SharedCommits<String, String> commits = commits(writer, 64, 64)) {
            assertThat(commits.submit("a").join()).isEqualTo("A");
            assertThat(commits.submit("b").join()).isEqualTo("B");
        }
    }

    private static SharedCommits<String, String> commits(
            Function<List<String>, List<String>> writer, int largestBatch, int capacity) {
        return new SharedCommits<>("test", writer, Limits.patient(1, largestBatch, capacity));
    }

    private List<String> upper(List<String> batch) {
        batches.add(batch);
        return batch.stream().map(item -> item.toUpperCase(Locale.ROOT)).toList();
    }

    /** Holds the first batch back until the gate opens. */
    private Function<List<String>, List<String>> gated(Function<List<String>, List<String>> writer) {
        return batch -> {
            writing.countDown();
            try {
                gate.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return writer.apply(batch);
        };
    }

    private static void submitUntilRefused(
            SharedCommits<String, String> commits,
            ConcurrentLinkedQueue<CompletableFuture<String>> taken,
            CyclicBarrier start) {
        try {
            start.await();
            IntStream.range(0, 10_000).forEach(i -> taken.add(commits.submit("a")));
        } catch (TooMuchWaitingException e) {
            // that is how it ends
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<CompletableFuture<String>> submit(SharedCommits<String, String> commits, String... items) {
        List<CompletableFuture<String>> answers = new ArrayList<>();
        for (String item : items) {
            answers.add(commits.submit(item));
        }
        return answers;
    }

    private static List<String> answers(List<CompletableFuture<String>> futures) {
        return futures.stream().map(CompletableFuture::join).toList();
    }

    private static void assertRefused(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(TooMuchWaitingException.class);
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> T sneaky(Throwable fault) throws T {
        throw (T) fault;
    }
}
