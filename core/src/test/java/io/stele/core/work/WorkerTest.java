package io.stele.core.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stele.core.time.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WorkerTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration FOR_EVER = Duration.ofHours(1);
    private static final Duration INTERVAL = Duration.ofMillis(30);

    private final SettableClock clock = new SettableClock(NOW);
    private final Pile pile = new Pile();
    private final List<Throwable> faults = new CopyOnWriteArrayList<>();
    private final List<Worker> started = new ArrayList<>();

    /** Work to be done, that can be told to fail. */
    private static final class Pile implements Worker.Work {

        final AtomicInteger left = new AtomicInteger();
        final AtomicInteger looks = new AtomicInteger();
        final AtomicInteger failures = new AtomicInteger();
        volatile Optional<Instant> due = Optional.empty();
        volatile Runnable meanwhile = () -> {};

        @Override
        public boolean doSome() {
            looks.incrementAndGet();
            meanwhile.run();
            if (failures.getAndUpdate(times -> Math.max(0, times - 1)) > 0) {
                throw new IllegalStateException("the store is away");
            }
            return left.getAndUpdate(pieces -> Math.max(0, pieces - 1)) > 0;
        }

        @Override
        public Optional<Instant> nextDue() {
            return due;
        }
    }

    @AfterEach
    void stop() {
        started.forEach(Worker::close);
    }

    @Test
    void doesAllThereIsAndThenLooksNoMore() {
        pile.left.set(3);

        start(FOR_EVER);

        await().until(() -> pile.looks.get() == 4);
        await().during(Duration.ofMillis(200)).until(() -> pile.looks.get() == 4);
    }

    @Test
    void beginsNoSoonerThanAfterItsInterval() {
        List<Long> begun = new CopyOnWriteArrayList<>();
        pile.meanwhile = () -> begun.add(System.nanoTime());
        pile.left.set(4);

        start(new Worker("pile", pile, INTERVAL, FOR_EVER, clock, faults::add));

        await().until(() -> begun.size() == 5);
        for (int i = 1; i < begun.size(); i++) {
            // it is counted from a little before
            assertThat(begun.get(i) - begun.get(i - 1)).isGreaterThan(INTERVAL.toNanos() * 9 / 10);
        }
    }

    @Test
    void looksAtOnceWhenTheIntervalIsOver() {
        Worker worker = start(new Worker("pile", pile, INTERVAL, FOR_EVER, clock, faults::add));
        await().until(() -> pile.looks.get() == 1);

        pile.left.set(1);
        worker.wake();

        await().until(() -> pile.left.get() == 0);
    }

    @Test
    void looksAgainWhenItIsWoken() {
        Worker worker = start(FOR_EVER);
        await().until(() -> pile.looks.get() == 1);

        pile.left.set(1);
        worker.wake();

        await().until(() -> pile.left.get() == 0);
    }

    @Test
    void beingWokenWhileItWorksIsNotForgotten() {
        CountDownLatch woken = new CountDownLatch(1);
        pile.meanwhile = () -> awaitQuietly(woken);
        Worker worker = start(FOR_EVER);
        await().until(() -> pile.looks.get() == 1);

        worker.wake();
        woken.countDown();

        await().until(() -> pile.looks.get() == 2);
    }

    @Test
    void looksAgainWhenSomethingIsDue() {
        pile.due = Optional.of(NOW.plusMillis(50));

        start(FOR_EVER);

        await().until(() -> pile.looks.get() >= 2);
    }

    @Test
    void looksAgainAfterItsLongestPauseHoweverLateSomethingIsDue() {
        pile.due = Optional.of(NOW.plus(Duration.ofDays(36_500)));

        start(Duration.ofMillis(50));

        await().until(() -> pile.looks.get() >= 3);
    }

    @Test
    void whatIsOverdueAndCannotBeDoneDoesNotMakeItSpin() {
        pile.due = Optional.of(NOW.minusSeconds(60));
        long begun = System.nanoTime();

        start(FOR_EVER);
        await().until(() -> pile.looks.get() >= 50);

        int looks = pile.looks.get();
        assertThat(looks).isLessThanOrEqualTo((int) Duration.ofNanos(System.nanoTime() - begun).toMillis() + 1);
    }

    @Test
    void goesOnAfterAFault() {
        pile.failures.set(2);
        pile.left.set(1);

        start(Duration.ofMillis(20));

        await().until(() -> pile.left.get() == 0);
        assertThat(faults).hasSize(2).allSatisfy(fault -> assertThat(fault).hasMessage("the store is away"));
    }

    @Test
    void doesNothingBeforeItIsStarted() {
        Worker worker = new Worker("pile", pile, FOR_EVER, clock, faults::add);
        worker.wake();

        assertThat(pile.looks).hasValue(0);
    }

    @Test
    void closingWaitsForWhatIsBeingDoneAndBeginsNothingMore() throws InterruptedException {
        CountDownLatch gate = new CountDownLatch(1);
        pile.meanwhile = () -> awaitQuietly(gate);
        pile.left.set(10);
        Worker worker = start(FOR_EVER);
        await().until(() -> pile.looks.get() == 1);

        Thread closing = Thread.ofVirtual().start(worker::close);
        await().until(() -> closing.getState() == Thread.State.TIMED_WAITING);
        gate.countDown();
        closing.join();

        assertThat(pile.left).hasValue(9);
        worker.wake();
        assertThat(pile.looks).hasValue(1);
    }

    private Worker start(Duration longestPause) {
        return start(new Worker("pile", pile, longestPause, clock, faults::add));
    }

    private Worker start(Worker worker) {
        started.add(worker);
        worker.start();
        return worker;
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
