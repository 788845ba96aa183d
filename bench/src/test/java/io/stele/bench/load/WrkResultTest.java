package io.stele.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WrkResultTest {

    private static final String OUTPUT = """
            Running 2s test @ http://127.0.0.1:8080
              1 threads and 64 connections
            bench-result requests=1010 duration=2000000 status=10 connect=1 read=2 write=3 timeout=4 p50=500 p99=25000 p999=31000 max=40000
            Requests/sec:    505.00
            """;

    @Test
    void isReadFromTheLineOfTheScripts() {
        WrkResult result = WrkResult.parse(OUTPUT);

        assertThat(result.duration()).isEqualTo(Duration.ofSeconds(2));
        assertThat(result.latency())
                .isEqualTo(new Latency(Duration.ofNanos(500_000), Duration.ofMillis(25), Duration.ofMillis(31)));
    }

    @Test
    void countsGoodAnswersOnly() {
        WrkResult result = WrkResult.parse(OUTPUT);

        assertThat(result.good()).isEqualTo(1000);
        assertThat(result.perSecond()).isEqualTo(500);
    }

    @Test
    void countsBadAnswersAndFailedConnectionsAsErrors() {
        assertThat(WrkResult.parse(OUTPUT).errors()).isEqualTo(20);
    }

    @Test
    void isNotReadFromWhatWrkSaysWhenItCannotRun() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WrkResult.parse("unable to connect to 127.0.0.1:8080 Connection refused\n"))
                .withMessageContaining("Connection refused");
    }

    @Test
    void isNotReadFromALineThatLacksSomething() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WrkResult.parse("bench-result requests=1 duration=1"))
                .withMessageContaining("status");
    }
}
