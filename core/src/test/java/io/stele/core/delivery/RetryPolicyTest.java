package io.stele.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryPolicyTest {

    private static final Random LEAST = new Random() {
        @Override
        public long nextLong(long bound) {
            return 0;
        }
    };
    private static final Random MOST = new Random() {
        @Override
        public long nextLong(long bound) {
            return bound - 1;
        }
    };

    @ParameterizedTest
    @CsvSource({
        "1, PT0.5S, PT1S",
        "2, PT1S, PT2S",
        "3, PT2S, PT4S",
        "9, PT2M8S, PT4M16S",
        "10, PT2M30S, PT5M",
        "1000000, PT2M30S, PT5M"
    })
    void theStandardWaitDoublesUpToFiveMinutes(int attempt, Duration least, Duration most) {
        assertThat(RetryPolicy.STANDARD.waitAfter(attempt, LEAST)).isEqualTo(least);
        assertThat(RetryPolicy.STANDARD.waitAfter(attempt, MOST)).isEqualTo(most);
    }

    @ParameterizedTest
    @CsvSource({"PT0S, PT5M, PT0S", "PT1S, PT0S, PT0S", "PT10M, PT5M, PT5M", "P36500D, P36500D, P36500D"})
    void theCapHoldsForEveryBase(Duration base, Duration cap, Duration most) {
        RetryPolicy policy = new RetryPolicy(base, cap, Duration.ofDays(1));

        assertThat(policy.waitAfter(1, MOST)).isEqualTo(most);
        assertThat(policy.waitAfter(31, MOST)).isEqualTo(most);
    }

    @Property
    void theWaitIsBetweenHalfOfTheFullOneAndAllOfIt(
            @ForAll @IntRange(min = 1, max = 100) int attempt, @ForAll Random random) {
        Duration full = RetryPolicy.STANDARD.waitAfter(attempt, MOST);

        assertThat(RetryPolicy.STANDARD.waitAfter(attempt, random)).isBetween(full.dividedBy(2), full);
    }
}
