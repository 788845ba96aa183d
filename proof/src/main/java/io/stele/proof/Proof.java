package io.stele.proof;

import io.stele.harness.machine.Commit;
import io.stele.harness.machine.Machine;
import io.stele.harness.process.PostgresServer;
import io.stele.harness.process.Running;
import io.stele.harness.process.SteleProcess;
import io.stele.harness.process.WorkDirectory;
import io.stele.proof.scenario.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Does what is asked for, and writes down what came of it. It is started in the project's directory, and ends with 1 when something was lost. */
public final class Proof {

    private static final Path JAR = Path.of("server/target/stele.jar");
    private static final Path FIGURES = Path.of("proof/figures.md");
    private static final Path FIGURES_OF_A_PART = Path.of("proof/target/figures.md");

    private Proof() {}

    /** @param words see {@link Options} */
    public static void main(String... words) throws IOException, SQLException {
        if (Set.of(words).contains("--help")) {
            System.out.println(Options.USAGE);
            return;
        }
        // Numbers are written in one way, whoever runs this.
        Locale.setDefault(Locale.ROOT);
        Options options;
        try {
            options = Options.of(words);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        boolean clean;
        try (Running running = new Running()) {
            WorkDirectory directory = WorkDirectory.create(options.directory(), "stele-proof");
            if (options.keep()) {
                System.out.println("All files are in " + directory.path());
            } else {
                running.add(directory);
            }
            clean = prove(options, running, directory.path());
        } catch (IllegalStateException e) {
            System.err.println(e.getMessage());
            clean = false;
        }
        System.exit(clean ? 0 : 1);
    }

    private static boolean prove(Options options, Running running, Path directory) throws IOException, SQLException {
        if (!Files.exists(JAR)) {
            throw new IllegalStateException("There is no " + JAR + ": start proof/run, which builds it.");
        }
        Machine machine = Machine.here(directory);
        List<String> warnings = new ArrayList<>();
        if (machine.isWithoutDisk()) {
            warnings.add("The databases are in memory: --directory should name a directory on a disk.");
        }
        if (options.quick()) {
            warnings.add("A quick run, with few rounds.");
        }
        String heading = LocalDate.now(ZoneOffset.UTC) + ", " + machine + ", commit " + Commit.present() + ", seed "
                + options.seed() + ".";
        System.out.println(heading);
        Path output = options.isWhole() ? FIGURES : FIGURES_OF_A_PART;
        List<String> unfinished = new ArrayList<>(warnings);
        unfinished.add("This run was not finished.");
        List<Outcome> outcomes = new Programme(
                        options,
                        running,
                        new SteleProcess.Launch(JAR, List.of()),
                        directory,
                        postgres(options, running, directory))
                .run(soFar -> write(output, new Figures(heading, soFar, unfinished)));
        Figures figures = new Figures(heading, outcomes, warnings);
        write(output, figures);
        System.out.println("\n" + figures.text() + "\nThis is in " + output);
        return outcomes.stream().allMatch(outcome -> outcome.findings().isClean());
    }

    private static void write(Path output, Figures figures) {
        try {
            Files.writeString(output, figures.text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable PostgresServer postgres(Options options, Running running, Path directory)
            throws IOException, SQLException {
        return options.databases().contains(DatabaseKind.POSTGRESQL)
                ? running.add(PostgresServer.start(directory))
                : null;
    }
}
