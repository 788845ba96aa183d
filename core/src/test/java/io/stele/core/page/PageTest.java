package io.stele.core.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageTest {

    @Test
    void aPageOfOtherThingsKnowsTheSameNeighbours() {
        Page<Integer> page = new Page<>(List.of(1, 2), true, false);

        assertThat(page.map(number -> "n" + number)).isEqualTo(new Page<>(List.of("n1", "n2"), true, false));
    }

    @Test
    void aPageDoesNotFollowItsSource() {
        List<Integer> source = new ArrayList<>(List.of(1));
        Page<Integer> page = new Page<>(source, false, false);
        source.clear();

        assertThat(page.items()).containsExactly(1);
    }

    @Test
    void aRequestSaysFromWhereItIsWalked() {
        assertThat(PageRequest.first(20)).isEqualTo(new PageRequest<>(20, null, null, 0));
        assertThat(PageRequest.olderThan("k", 20)).isEqualTo(new PageRequest<>(20, "k", null, 0));
        assertThat(PageRequest.newerThan("k", 20)).isEqualTo(new PageRequest<>(20, null, "k", 0));
        assertThat(PageRequest.skipping(40, 20)).isEqualTo(new PageRequest<>(20, null, null, 40));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "-1, 0", "1, -1"})
    void aRequestForNothingIsRefused(int limit, int skip) {
        assertThatThrownBy(() -> new PageRequest<>(limit, null, null, skip))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRequestIsWalkedInOneDirection() {
        assertThatThrownBy(() -> new PageRequest<>(20, "a", "b", 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
