package io.stele.adapters.connector.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxClockTest {

    @Test
    void readsThreeDelaysInMilliseconds() {
        assertThat(SandboxClock.parse("10, 20, 3000"))
                .contains(new SandboxClock(Duration.ofMillis(10), Duration.ofMillis(20), Duration.ofSeconds(3)));
    }

    @Test
    void readsAClockOnWhichNobodyReads() {
        assertThat(SandboxClock.parse("0,0,never")).contains(new SandboxClock(Duration.ZERO, Duration.ZERO, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1,2", "1,2,3,4", "never,2,3", "-1,2,3", "1.5,2,3", "2,1,3", "1,3,2", "a,b,c", "1,2,9999999999"})
    void refusesWhatIsNoClock(String text) {
        assertThat(SandboxClock.parse(text)).isEmpty();
    }

    @Test
    void cannotRunBackwards() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SandboxClock(Duration.ofMillis(2), Duration.ofMillis(1), null));
    }
}
