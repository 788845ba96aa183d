package io.stele.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

    @Test
    void withoutAnyEverythingIsDoneOnBothDatabasesButTheSoak() {
        Options options = Options.of();

        assertThat(options.topics()).containsExactlyInAnyOrder(Topic.values());
        assertThat(options.databases()).containsExactlyInAnyOrder(DatabaseKind.values());
        assertThat(options.soak()).isZero();
        assertThat(options.rounds(50)).isEqualTo(50);
        assertThat(options.isWhole()).isTrue();
    }

    @Test
    void someScenariosAreNamedWithCommas() {
        Options options =
                Options.of("--only", "kill, nodes", "--rounds", "7", "--seed", "42", "--database", "h2", "--directory", "there", "--keep");

        assertThat(options.topics()).containsExactlyInAnyOrder(Topic.KILL, Topic.NODES);
        assertThat(options.rounds(50)).isEqualTo(7);
        assertThat(options.seed()).isEqualTo(42);
        assertThat(options.databases()).containsExactly(DatabaseKind.H2);
        assertThat(options.directory()).isEqualTo(Path.of("there"));
        assertThat(options.keep()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--quick", "--only kill", "--rounds 50", "--database postgresql"})
    void aPartIsNotTheWhole(String words) {
        assertThat(Options.of(words.split(" ", -1)).isWhole()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"90s, 90", "30m, 1800", "2h, 7200"})
    void theSoakLastsAsLongAsItIsTold(String text, long seconds) {
        assertThat(Options.of("--soak", text).soak()).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void aSoakOfNoTimeIsRefusedInsteadOfDoingNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> Options.of("--only", "soak")).withMessageContaining("--soak 30m");
    }

    @Test
    void twoRoundsOfEachAreQuick() {
        assertThat(Options.of("--quick").rounds(50)).isEqualTo(2);
        assertThat(Options.of("--quick").rounds(1)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--fast", "kill", "--only", "--only kill,speed", "--rounds 0", "--rounds -1", "--rounds 99999999999", "--rounds many", "--seed x",
                "--soak 0m", "--soak -5m", "--soak long", "--database oracle"
            })
    void otherWordsAreRefused(String words) {
        assertThatIllegalArgumentException().isThrownBy(() -> Options.of(words.split(" ", -1)));
    }
}
