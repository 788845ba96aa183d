package io.stele.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.stele.adapters.http.Watchdog.Watch;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WatchdogTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private final Watchdog watchdog = new Watchdog();
    private final AtomicInteger abortions = new AtomicInteger();

    @AfterEach
    void close() {
        watchdog.close();
    }

    @Test
    void whatIsNotDoneInTimeIsAbortedUntilItIsGivenUp() {
        Watch watch = watchdog.watch(Deadline.after(Duration.ofMillis(1)), abortions::incrementAndGet);
        await().until(() -> abortions.get() > 2);
        watch.close();
        int last = abortions.get();

        // another watch of the same thread runs some time later
        AtomicInteger others = new AtomicInteger();
        try (Watch _ = watchdog.watch(Deadline.after(Duration.ofMillis(1)), others::incrementAndGet)) {
            await().until(() -> others.get() > 3);
        }
        assertThat(watch.isExpired()).isTrue();
        assertThat(abortions).hasValue(last);
    }

    @Test
    void whatIsDoneInTimeIsNotAborted() {
        Watch watch = watchdog.watch(Deadline.after(Duration.ofMillis(50)), abortions::incrementAndGet);
        watch.close();

        AtomicInteger others = new AtomicInteger();
        try (Watch _ = watchdog.watch(Deadline.after(Duration.ofMillis(100)), others::incrementAndGet)) {
            await().until(() -> others.get() > 0);
        }
        assertThat(watch.isExpired()).isFalse();
        assertThat(abortions).hasValue(0);
    }

    @Test
    void whoGivesUpWaitsForAnAbortionThatIsRunning() throws InterruptedException {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        Watch watch = watchdog.watch(Deadline.after(Duration.ofMillis(1)), () -> {
            running.countDown();
            try {
                mayEnd.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            abortions.incrementAndGet();
        });
        running.await();
        AtomicInteger seen = new AtomicInteger(-1);
        Thread closing = Thread.ofPlatform().start(() -> {
            watch.close();
            seen.set(abortions.get());
        });
        await().until(() -> closing.getState() == Thread.State.BLOCKED);
        mayEnd.countDown();
        closing.join();

        assertThat(seen).hasValue(1);
    }

    @Test
    void closingAbortsAllThatIsWatched() {
        Watch first = watchdog.watch(Deadline.after(HOUR), abortions::incrementAndGet);
        Watch second = watchdog.watch(Deadline.after(HOUR), abortions::incrementAndGet);
        Watch done = watchdog.watch(Deadline.after(HOUR), abortions::incrementAndGet);
        done.close();
        watchdog.close();

        assertThat(first.isExpired()).isTrue();
        assertThat(second.isExpired()).isTrue();
        assertThat(done.isExpired()).isFalse();
        assertThat(abortions).hasValue(2);
    }

    @Test
    void afterTheClosingNothingIsWatched() {
        watchdog.close();

        assertThatThrownBy(() -> watchdog.watch(Deadline.after(HOUR), abortions::incrementAndGet))
                .isInstanceOf(RejectedExecutionException.class);
        assertThat(abortions).hasValue(0);
    }
}
