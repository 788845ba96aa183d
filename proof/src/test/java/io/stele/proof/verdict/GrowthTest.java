package io.stele.proof.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class GrowthTest {

    private static final Offset<Double> EXACTLY = Offset.offset(1e-9);

    @Test
    void whatStaysDoesNotGrow() {
        assertThat(Growth.of(List.of(90.0, 10.0, 5.0, 5.0, 5.0, 5.0)).added()).isZero();
    }

    @Test
    void whatGrowsHasASlope() {
        Growth growth = Growth.of(IntStream.range(0, 30).mapToObj(i -> 2.0 * i).toList());

        assertThat(growth.slope()).isEqualTo(2, EXACTLY);
        assertThat(growth.added()).isEqualTo(20, EXACTLY);
    }

    @Test
    void whoHasNotLookedKnowsNothing() {
        assertThat(Growth.of(List.of()).added()).isZero();
    }
}
