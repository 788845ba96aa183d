package io.stele.proof.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.harness.process.Running;
import io.stele.harness.process.SteleProcess;
import io.stele.proof.verdict.Findings;
import io.stele.proof.verdict.Rules;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The short form of {@code proof/run --only kill}: three rounds, and what is in doubt then need not have been sent again. */
@Execution(ExecutionMode.CONCURRENT)
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
abstract class ShortKillTest {

    private static final Path JAR = Path.of("../server/target/stele.jar");
    private static final int PEOPLE = 48;
    private static final int ROUNDS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @TempDir
    private Path directory;

    /** The settings that name a fresh database. */
    abstract Map<String, String> database() throws Exception;

    @Test
    void nothingIsLostOrDoubledByKill9() throws Exception {
        assertThat(JAR).as("made by the module server, whose tests come before").exists();
        int seed = RandomGenerator.getDefault().nextInt(Integer.MAX_VALUE);
        System.out.println("seed " + seed);
        Findings findings = killed(seed);

        assertThat(findings.violations()).as("seed " + seed).isEmpty();
        assertThat(findings.answered()).isGreaterThan(ROUNDS);
        assertThat(findings.stored()).isGreaterThanOrEqualTo(findings.answered());
        assertThat(findings.arrived()).isPositive();
        assertThat(findings.events()).isPositive();
        assertThat(findings.hearings()).isPositive();
    }

    private Findings killed(int seed) throws Exception {
        Map<String, String> settings = database();
        try (Running running = new Running()) {
            return killed(running, settings, seed);
        }
    }

    private Findings killed(Running running, Map<String, String> settings, int seed) throws IOException {
        Stage stage = Stage.set(new Stage.Plan(
                running,
                // as all tests run: what the second compiler makes faster would not make up for its work
                new SteleProcess.Launch(JAR, List.of("-XX:TieredStopAtLevel=1")),
                settings,
                directory,
                PEOPLE,
                1,
                Kill.SUBSCRIPTIONS));
        return new Kill(new Random(seed), ROUNDS, Kill.LOAD, Rules.SHORT, PATIENCE).on(stage);
    }
}
