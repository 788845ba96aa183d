package io.stele.proof.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    @Test
    void noSendBeginsBeforeItIsDueAndAllDo() {
        long start = System.nanoTime();
        Schedule schedule = new Schedule(200, Duration.ofMillis(250));

        for (int i = 0; i < 50; i++) {
            assertThat(schedule.awaitNext()).isTrue();
            assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(i * SECOND / 200);
        }

        assertThat(schedule.awaitNext()).isFalse();
        assertThat(schedule.neverBegun()).isZero();
        assertThat(schedule.pace()).isBetween(1L, 200L);
    }

    @Test
    void whatIsLaterThanTheWholeTimeNeverBegins() {
        AtomicLong clock = new AtomicLong();
        Schedule schedule = new Schedule(10, Duration.ofSeconds(2), clock::get);
        assertThat(schedule.awaitNext()).isTrue();
        clock.set(4 * SECOND);
        assertThat(schedule.awaitNext()).isTrue();
        clock.set(4 * SECOND + 1);

        assertThat(schedule.awaitNext()).isFalse();
        assertThat(schedule.neverBegun()).isEqualTo(18);
        assertThat(schedule.pace()).isZero();
    }
}
