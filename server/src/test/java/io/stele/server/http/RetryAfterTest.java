package io.stele.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {

    @ParameterizedTest
    @CsvSource({"PT-1S, 1", "PT0S, 1", "PT0.0000001S, 1", "PT1S, 1", "PT1.000000001S, 2", "PT2.999S, 3", "PT1H, 3600"})
    void isRoundedUpToWholeSecondsAndIsNeverNone(Duration wait, String seconds) {
        assertThat(RetryAfter.seconds(wait)).isEqualTo(seconds);
    }
}
