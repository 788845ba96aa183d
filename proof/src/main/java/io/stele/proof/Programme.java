package io.stele.proof;

import io.stele.harness.process.PostgresServer;
import io.stele.harness.process.Running;
import io.stele.harness.process.SteleProcess;
import io.stele.harness.stele.Database;
import io.stele.proof.scenario.DatabaseFailure;
import io.stele.proof.scenario.DiskFull;
import io.stele.proof.scenario.Kill;
import io.stele.proof.scenario.Outcome;
import io.stele.proof.scenario.Overload;
import io.stele.proof.scenario.ProviderFaults;
import io.stele.proof.scenario.SeveralNodes;
import io.stele.proof.scenario.SmallDisk;
import io.stele.proof.scenario.Soak;
import io.stele.proof.scenario.Stage;
import io.stele.proof.scenario.Subscription;
import io.stele.proof.scenario.WebhookFaults;
import io.stele.proof.verdict.Findings;
import io.stele.proof.verdict.Findings.Violation;
import io.stele.proof.verdict.Rules;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The scenarios in their order, each on a stage of its own. One that breaks off is a violation; the others go on. */
final class Programme {

    private static final int PEOPLE = 240;
    private static final int KILLS = 50;
    private static final int DATABASE_FAILURES = 10;
    private static final int FAULTS = 3;
    private static final int NODE_KILLS = 20;
    private static final int DISK_PEOPLE = 24;
    private static final int H2_MIB = 64;
    private static final int POSTGRES_MIB = 256;
    private static final Duration LONG_PATIENCE = Duration.ofMinutes(15);
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int SHOWN = 40;

    private final Options options;
    private final Running running;
    private final SteleProcess.Launch launch;
    private final Path directory;
    private final Map<DatabaseKind, Full> fullDisks = new EnumMap<>(DatabaseKind.class);
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

    /**
     * What is done.
     *
     * @param people how many there are
     * @param nodes how many servers
     */
    private record Step(
            Topic topic, String title, int rounds, int people, int nodes, List<Subscription> subscriptions, Scenario scenario) {}

    /**
     * Does them all.
     *
     * @param soFar hears after each what has come of all until then
     */
    List<Outcome> run(Consumer<List<Outcome>> soFar) {
        for (DatabaseKind database : options.databases()) {
            steps(database).stream()
                    .filter(step -> options.topics().contains(step.topic()))
                    .forEach(step -> {
                        take(step, database);
                        soFar.accept(List.copyOf(outcomes));
                    });
        }
        return List.copyOf(outcomes);
    }

    private List<Step> steps(DatabaseKind database) {
        List<Step> steps = new ArrayList<>(List.of(kill(), provider(), webhooks(), overload(), disk(database)));
        if (database == DatabaseKind.POSTGRESQL && postgres != null) {
            steps.add(1, database(postgres));
            steps.add(nodes());
        }
        if (options.soak().isPositive()) {
            steps.add(soak());
        }
        return steps;
    }

    private Step kill() {
        int rounds = options.rounds(KILLS);
        Kill kill = new Kill(new Random(options.seed()), rounds, Kill.LOAD, Rules.WHOLE, PATIENCE);
        return new Step(Topic.KILL, "kill -9", rounds, PEOPLE, 1, Kill.SUBSCRIPTIONS, (stage, _) -> kill.on(stage));
    }

    private Step database(PostgresServer server) {
        int rounds = options.rounds(DATABASE_FAILURES);
        DatabaseFailure failure = new DatabaseFailure(server, new Random(options.seed()), rounds, PATIENCE);
        return new Step(
                Topic.DATABASE, "database killed and restarted", rounds, PEOPLE, 1, Kill.SUBSCRIPTIONS, (stage, _) -> failure.on(stage));
    }

    private Step provider() {
        int rounds = options.rounds(FAULTS);
        ProviderFaults faults = new ProviderFaults(rounds, PATIENCE);
        return new Step(
                Topic.PROVIDER, "provider faults", rounds, PEOPLE, 1, Kill.SUBSCRIPTIONS, (stage, _) -> faults.on(stage));
    }

    private Step webhooks() {
        int rounds = options.rounds(FAULTS);
        // A receiver that refuses everything hears of what happens in a conversation half a minute after what happened before.
        Kill kill = WebhookFaults.kills(new Random(options.seed()), rounds, LONG_PATIENCE);
        return new Step(
                Topic.WEBHOOKS,
                "webhook faults and kill -9",
                rounds,
                WebhookFaults.PEOPLE,
                1,
                WebhookFaults.SUBSCRIPTIONS,
                (stage, _) -> kill.on(stage));
    }

    private Step nodes() {
        int rounds = options.rounds(NODE_KILLS);
        SeveralNodes nodes = new SeveralNodes(new Random(options.seed()), rounds, PATIENCE);
        return new Step(
                Topic.NODES,
                SeveralNodes.NODES + " nodes, kill -9 of one",
                rounds,
                SeveralNodes.PEOPLE,
                SeveralNodes.NODES,
                Kill.SUBSCRIPTIONS,
                nodes::on);
    }

    private Step overload() {
        Overload overload = new Overload(LONG_PATIENCE, options.quick());
        return new Step(Topic.OVERLOAD, "overload", 1, PEOPLE, 1, List.of(), overload::on);
    }

    private Step soak() {
        Soak soak = new Soak(options.soak(), LONG_PATIENCE);
        return new Step(Topic.SOAK, "soak", 1, PEOPLE, 1, List.of(), soak::on);
    }

    private Step disk(DatabaseKind database) {
        int rounds = options.rounds(FAULTS);
        return new Step(Topic.DISK, "disk full", rounds, DISK_PEOPLE, 1, List.of(), (stage, notes) -> {
            Full full = Objects.requireNonNull(fullDisks.get(database));
            return new DiskFull(full.disk(), full.server(), rounds, PATIENCE).on(stage, notes);
        });
    }

    /** A small disk, and the PostgreSQL on it, if that is what it is for. */
    private record Full(SmallDisk disk, @Nullable PostgresServer server) {}

    private Map<String, String> onSmallDisk(DatabaseKind database, String name) throws Exception {
        SmallDisk disk = running.add(SmallDisk.mount(directory, "disk-" + database.word(), switch (database) {
            case H2 -> H2_MIB;
            case POSTGRESQL -> POSTGRES_MIB;
        }));
        return switch (database) {
            case H2 -> {
                fullDisks.put(database, new Full(disk, null));
                yield Map.of("STELE_DATA_DIR", disk.path().resolve("data").toString());
            }
            case POSTGRESQL -> {
                PostgresServer server = running.add(PostgresServer.start(disk.path()));
                fullDisks.put(database, new Full(disk, server));
                yield Database.OfPostgres.create(server, name).settings();
            }
        };
    }

    private void take(Step step, DatabaseKind database) {
        running.mustGoOn();
        String title = step.title() + ", " + database.title();
        System.out.println("-- " + title);
        List<String> notes = new ArrayList<>();
        Findings findings;
        String place = "stage_" + outcomes.size();
        try (Stage stage = Stage.set(new Stage.Plan(
                running,
                launch.with(machineOptions(step.topic()).toArray(String[]::new)),
                step.topic() == Topic.DISK ? onSmallDisk(database, place) : settings(database, place),
                directory.resolve(place),
                step.people(),
                step.nodes(),
                step.subscriptions()))) {
            findings = step.scenario().on(stage, notes);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (Exception e) {
            running.mustGoOn();
            findings = new Findings(0, 0, 0, 0, 0, 0, 0, 0, 0, List.of(new Violation("broke off", e.toString())));
        }
        findings.violations().stream().limit(SHOWN).forEach(each -> System.out.println("   " + each));
        notes.forEach(note -> System.out.println("   " + note));
        outcomes.add(new Outcome(title, step.rounds(), findings, notes));
        System.out.println("   " + findings.violations().size() + " violations");
    }

    /** Those of the server's virtual machine. */
    private static List<String> machineOptions(Topic topic) {
        return switch (topic) {
            case OVERLOAD -> Overload.OPTIONS;
            case SOAK -> Soak.OPTIONS;
            case KILL, DATABASE, PROVIDER, WEBHOOKS, NODES, DISK -> List.of();
        };
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
