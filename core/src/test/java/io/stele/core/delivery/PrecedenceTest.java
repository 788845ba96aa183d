package io.stele.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.core.commit.Inflow;
import io.stele.core.example.Examples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrecedenceTest {

    private static final Instant NOW = Examples.NOW;
    private static final Instant RESTED = NOW.plus(Precedence.REST);
    private static final int ALL = Integer.MAX_VALUE;

    private long nanoseconds;
    private final Inflow inflow = new Inflow(() -> nanoseconds);
    private final Precedence precedence = new Precedence(inflow);

    private void arrive(int number) {
        for (int i = 0; i < number; i++) {
            inflow.arrived();
        }
    }

    private void accept(int number) {
        arrive(number);
        inflow.left(number);
    }

    @Test
    void everythingGoesOutWhileFewComeIn() {
        arrive(Inflow.CROWD - 1);

        assertThat(precedence.most(NOW)).isEqualTo(ALL);
        precedence.claimed(List.of(), NOW);

        assertThat(precedence.restUntil()).isBefore(NOW);
        assertThat(precedence.most(NOW)).isEqualTo(ALL);
    }

    @Test
    void someGoOutWhileManyWaitAndNoneIsAccepted() {
        arrive(Inflow.CROWD);

        assertThat(precedence.most(NOW)).isEqualTo(Precedence.LEAST);
    }

    @Test
    void aShareOfWhatIsAcceptedGoesOutWhileManyWait() {
        arrive(Inflow.CROWD);
        accept(Precedence.SHARE * 100);

        assertThat(precedence.most(NOW)).isEqualTo(100);
        precedence.claimed(List.of(), NOW);
        accept(Precedence.SHARE * 30);

        assertThat(precedence.most(RESTED)).isEqualTo(30);
    }

    @Test
    void aShareGoesOutWhileThoseWhoSendWaitForAProcessor() {
        for (int i = 0; i < 100; i++) {
            inflow.resumed(nanoseconds - Inflow.DELAY.multipliedBy(2).toNanos());
        }

        assertThat(precedence.most(NOW)).isEqualTo(Precedence.LEAST);
    }

    @Test
    void everythingGoesOutAgainWhenNobodySendsAnyMore() {
        inflow.resumed(nanoseconds - Duration.ofSeconds(10).toNanos());
        nanoseconds += Duration.ofSeconds(1).toNanos();

        assertThat(precedence.most(NOW)).isEqualTo(ALL);
    }

    @Test
    void nothingIsClaimedShortlyAfterAClaimWhileManyWait() {
        arrive(Inflow.CROWD);
        precedence.most(NOW);

        precedence.claimed(List.of(), NOW);
        accept(1_000);

        assertThat(precedence.restUntil()).isEqualTo(RESTED);
        assertThat(precedence.most(RESTED.minusNanos(1))).isZero();
        assertThat(precedence.most(RESTED)).isEqualTo(1_000 / Precedence.SHARE);
    }

    @Test
    void theRestIsOverWhenTheCrowdIs() {
        arrive(Inflow.CROWD);
        precedence.most(NOW);
        precedence.claimed(List.of(), NOW);

        inflow.left(1);

        assertThat(precedence.most(NOW)).isEqualTo(ALL);
        assertThat(precedence.restUntil()).isBefore(NOW);
    }

    @Test
    void everythingGoesOutForAWhileOnceAMessageHasWaitedForTooLong() {
        arrive(Inflow.CROWD);
        precedence.most(NOW);

        precedence.claimed(List.of(waiting(Precedence.PATIENCE.plusMillis(1), 1)), NOW);

        assertThat(precedence.most(RESTED)).isEqualTo(ALL);
        assertThat(precedence.most(NOW.plusSeconds(1).minusNanos(1))).isEqualTo(ALL);
        assertThat(precedence.most(NOW.plusSeconds(1))).isEqualTo(Precedence.LEAST);
    }

    /** It has waited for its provider. */
    @Test
    void aMessageThatIsSentAgainHasNotWaitedForOthers() {
        arrive(Inflow.CROWD);
        precedence.most(NOW);

        precedence.claimed(
                List.of(waiting(Precedence.PATIENCE, 1), waiting(Precedence.PATIENCE.multipliedBy(2), 2)), NOW);

        assertThat(precedence.most(RESTED)).isEqualTo(Precedence.LEAST);
    }

    private static Claim waiting(Duration time, int attempt) {
        return Claims.queuedAt(NOW.minus(time), Claims.attempt(attempt));
    }
}
