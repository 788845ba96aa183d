package io.stele.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class PgBenchTest {

    private static final String OUTPUT = """
            scaling factor: 1
            number of clients: 16
            number of transactions actually processed: 25713
            latency average = 1.244 ms
            tps = 12861.478363 (without initial connection time)
            """;

    @Test
    void readsANumberWhateverFollowsIt() {
        assertThat(PgBench.number(OUTPUT, "number of transactions actually processed: ")).isEqualTo(25_713);
        assertThat(PgBench.number(OUTPUT, "tps = ")).isEqualTo(12_861.478363);
        assertThat(PgBench.number("processed: 12/100\n", "processed: ")).isEqualTo(12);
    }

    @Test
    void missesWhatIsNotThere() {
        assertThatIllegalArgumentException().isThrownBy(() -> PgBench.number("connection refused", "tps = "));
    }
}
