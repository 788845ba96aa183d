package io.stele.core.commit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class InflowTest {

    private static final Duration LONG = Duration.ofMillis(16);

    private long nanoseconds;
    private final Inflow inflow = new Inflow(() -> nanoseconds);

    private void resume(Duration after) {
        inflow.resumed(nanoseconds - after.toNanos());
    }

    @Test
    void whatWaitsIsCountedUntilItLeaves() {
        inflow.arrived();
        inflow.arrived();
        inflow.arrived();

        inflow.left(2);

        assertThat(inflow.waiting()).isEqualTo(1);
        assertThat(inflow.done()).isEqualTo(2);
    }

    @Test
    void thereIsNoDelayBeforeAnybodyCame() {
        assertThat(inflow.delay()).isZero();
    }

    @Test
    void oneWhoWaitsForLongIsASmallPartOfTheDelay() {
        resume(LONG);

        assertThat(inflow.delay()).isEqualTo(Duration.ofMillis(1));
    }

    @Test
    void theDelayComesNearToThatOfAll() {
        for (int i = 0; i < 100; i++) {
            resume(LONG);
        }
        assertThat(inflow.delay()).isBetween(Duration.ofMillis(15), LONG);

        for (int i = 0; i < 100; i++) {
            resume(Duration.ZERO);
        }
        assertThat(inflow.delay()).isBetween(Duration.ZERO, Duration.ofMillis(1));
    }

    @Test
    void aDelayIsForgottenWhenNobodyComes() {
        for (int i = 0; i < 100; i++) {
            resume(LONG);
        }

        nanoseconds += Duration.ofMillis(100).toNanos();

        assertThat(inflow.delay()).isZero();
        resume(LONG);
        assertThat(inflow.delay()).isEqualTo(Duration.ofMillis(1));
    }

    @Test
    void itIsCrowdedWhileManyWait() {
        for (int i = 1; i < Inflow.CROWD; i++) {
            inflow.arrived();
        }
        assertThat(inflow.isCrowded()).as("fewer").isFalse();

        inflow.arrived();
        assertThat(inflow.isCrowded()).as("so many").isTrue();

        inflow.left(1);
        assertThat(inflow.isCrowded()).as("one has left").isFalse();
    }

    @Test
    void itIsCrowdedWhileAnswersWaitForAProcessor() {
        for (int i = 0; i < 100; i++) {
            resume(Inflow.DELAY.multipliedBy(2));
        }

        assertThat(inflow.isCrowded()).isTrue();
    }
}
