package io.stele.server.api.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.core.time.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HealthTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final SettableClock clock = new SettableClock(NOW);

    @Test
    void isUpWhenNothingWaits() {
        assertThat(health(Optional::empty).isUp()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"-30, true", "0, true", "59, true", "60, false", "3600, false"})
    void isUpWhileNoLaneHasBeenDueForAMinute(long secondsLate, boolean up) {
        assertThat(health(() -> Optional.of(NOW.minusSeconds(secondsLate))).isUp()).isEqualTo(up);
    }

    @Test
    void isDownWhenTheDatabaseFails() {
        assertThat(health(() -> {
                            throw new IllegalStateException("the store is away");
                        })
                        .isUp())
                .isFalse();
    }

    @Test
    void isDownWhenTheDatabaseDoesNotAnswerAndAsksItOnlyOnce() {
        CountDownLatch answer = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();
        Health health = health(() -> {
            asked.incrementAndGet();
            awaitUninterruptibly(answer);
            return Optional.empty();
        });
        long start = System.nanoTime();

        List<Boolean> answers = IntStream.range(0, 4).parallel().mapToObj(_ -> health.isUp()).toList();

        assertThat(answers).containsOnly(false);
        assertThat(asked).hasValue(1);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(20));
        answer.countDown();
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void isDownWhenNothingCanBeWritten() {
        Health health = new Health(
                () -> {
                    throw new IllegalStateException("the disk is full");
                },
                Optional::empty,
                clock);

        assertThat(health.isUp()).isFalse();
    }

    @Test
    void asksTheDatabaseOnceASecondHoweverOftenItIsAsked() {
        AtomicInteger asked = new AtomicInteger();
        Health health = new Health(asked::incrementAndGet, Optional::empty, clock);
        IntStream.range(0, 5).forEach(_ -> health.isUp());
        clock.advance(Duration.ofMillis(999));
        health.isUp();
        assertThat(asked).hasValue(1);

        clock.advance(Duration.ofMillis(1));

        assertThat(health.isUp()).isTrue();
        assertThat(asked).hasValue(2);
    }

    private Health health(Supplier<Optional<Instant>> nextDue) {
        return new Health(() -> {}, nextDue, clock);
    }
}
