package io.stele.proof;

import io.stele.harness.process.PostgresServer;
import io.stele.harness.process.Running;
import io.stele.harness.process.SteleProcess;
import io.stele.harness.stele.Database;
import io.stele.proof.scenario.Kill;
import io.stele.proof.scenario.Outcome;
import io.stele.proof.scenario.Stage;
import io.stele.proof.scenario.Subscription;
import io.stele.proof.verdict.Findings;
import io.stele.proof.verdict.Findings.Violation;
import io.stele.proof.verdict.Rules;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** The scenarios in their order, each on a stage of its own. One that breaks off is a violation; the others go on. */
final class Programme {

    private static final int KILLS = 50;
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int SHOWN = 40;

    private final Options options;
    private final Running running;
    private final SteleProcess.Launch launch;
    private final Path directory;
    private final List<Outcome> outcomes = new ArrayList<>();
    private final @Nullable PostgresServer postgres;

    /** @param postgres null when nothing is done on it */
    Programme(
            Options options,
            Running running,
            SteleProcess.Launch launch,
            Path directory,
            @Nullable PostgresServer postgres) {
        this.options = options;
        this.running = running;
        this.launch = launch;
        this.directory = directory;
        this.postgres = postgres;
    }

    private interface Scenario {
        Findings on(Stage stage, List<String> notes) throws Exception;
    }

    /** Does them all. */
    List<Outcome> run() {
        for (DatabaseKind database : options.databases()) {
            if (options.topics().contains(Topic.KILL)) {
                int rounds = options.rounds(KILLS);
                step("kill -9", database, rounds, 1, Kill.SUBSCRIPTIONS, (stage, _) ->
                        new Kill(new Random(options.seed()), rounds, Rules.WHOLE, PATIENCE).on(stage));
            }
        }
        return List.copyOf(outcomes);
    }

    private void step(
            String name,
            DatabaseKind database,
            int rounds,
            int nodes,
            List<Subscription> subscriptions,
            Scenario scenario) {
        running.mustGoOn();
        String title = name + ", " + database.title();
        System.out.println("-- " + title);
        List<String> notes = new ArrayList<>();
        Findings findings;
        String place = "stage_" + outcomes.size();
        try (Stage stage = Stage.set(new Stage.Plan(
                running, launch, settings(database, place), directory.resolve(place), nodes, subscriptions))) {
            findings = scenario.on(stage, notes);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (Exception e) {
            running.mustGoOn();
            findings = new Findings(0, 0, 0, 0, 0, 0, 0, 0, 0, List.of(new Violation("broke off", e.toString())));
        }
        findings.violations().stream().limit(SHOWN).forEach(each -> System.out.println("   " + each));
        notes.forEach(note -> System.out.println("   " + note));
        outcomes.add(new Outcome(title, rounds, findings, notes));
        System.out.println("   " + findings.violations().size() + " violations");
    }

    private Map<String, String> settings(DatabaseKind database, String name) throws Exception {
        return switch (database) {
            case H2 -> Map.of();
            case POSTGRESQL -> {
                if (postgres == null) {
                    throw new IllegalStateException("PostgreSQL does not run");
                }
                yield Database.OfPostgres.create(postgres, name).settings();
            }
        };
    }
}
