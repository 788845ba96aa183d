package io.stele.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.stele.bench.part.Topic;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

    @Test
    void withoutAnyEverythingIsMeasured() {
        Options options = Options.of();

        assertThat(options.topics()).containsExactlyInAnyOrder(Topic.values());
        assertThat(options.isWhole()).isTrue();
    }

    @Test
    void partsAreNamedWithCommas() {
        Options options = Options.of("--only", "accept,end-to-end", "--output", "a.md", "--java", "-Xmx1g -Xms1g");

        assertThat(options.topics()).containsExactlyInAnyOrder(Topic.ACCEPT, Topic.END_TO_END);
        assertThat(options.isWhole()).isFalse();
        assertThat(options.output()).contains(Path.of("a.md"));
        assertThat(options.javaOptions()).containsExactly("-Xmx1g", "-Xms1g");
    }

    @Test
    void aQuickRunIsNotAWholeOne() {
        assertThat(Options.of("--quick").isWhole()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--fast", "--only", "--only=accept", "accept"})
    void otherWordsAreRefused(String word) {
        assertThatIllegalArgumentException().isThrownBy(() -> Options.of(word));
    }

    @Test
    void aPartThatThereIsNotIsRefusedWithThoseThatThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.of("--only", "accept,speed"))
                .withMessageContaining("unknown part speed")
                .withMessageContaining("end-to-end");
    }
}
