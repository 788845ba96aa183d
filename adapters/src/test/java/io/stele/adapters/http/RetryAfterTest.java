package io.stele.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

    private static Optional<Duration> read(String value) {
        return RetryAfter.of(new AnswerHeaders(List.of(Map.entry("retry-after", value))), NOW);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0|0", "7|7", " 120 |120", "Mon, 02 Mar 2026 08:01:30 GMT|90", "Mon, 02 Mar 2026 07:00:00 GMT|0"})
    void theWishIsReadInSecondsOrAsADate(String value, long seconds) {
        assertThat(read(value)).contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-5", "1.5", "99999999999", "2026-03-02T08:01:30Z"})
    void whatCannotBeReadIsNoWish(String value) {
        assertThat(read(value)).isEmpty();
    }

    @Test
    void anAnswerWithoutTheHeaderAsksNothing() {
        assertThat(RetryAfter.of(new AnswerHeaders(List.of()), NOW)).isEmpty();
    }
}
