package io.stele.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LatencyTest {

    @Test
    void isTheSmallestTimeThatSoManyDoNotExceed() {
        List<Duration> times = IntStream.rangeClosed(1, 1000)
                .mapToObj(Duration::ofMillis)
                .collect(Collectors.toList());
        Collections.shuffle(times);

        assertThat(Latency.of(times))
                .isEqualTo(new Latency(Duration.ofMillis(500), Duration.ofMillis(990), Duration.ofMillis(999)));
    }

    @Test
    void ofASingleTimeIsThatTime() {
        Duration only = Duration.ofMillis(7);

        assertThat(Latency.of(List.of(only))).isEqualTo(new Latency(only, only, only));
    }

    @Test
    void needsATime() {
        assertThatIllegalArgumentException().isThrownBy(() -> Latency.of(List.of()));
    }
}
