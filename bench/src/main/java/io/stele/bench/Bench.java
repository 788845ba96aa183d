package io.stele.bench;

import io.stele.bench.load.Pace;
import io.stele.bench.load.Wrk;
import io.stele.bench.part.Run;
import io.stele.bench.report.Report;
import io.stele.bench.report.Table;
import io.stele.harness.machine.Commit;
import io.stele.harness.machine.Machine;
import io.stele.harness.process.PostgresServer;
import io.stele.harness.process.Running;
import io.stele.harness.process.SteleProcess;
import io.stele.harness.process.WorkDirectory;
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
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Runs what is asked for, and writes down what it found. It is started in the project's directory. */
public final class Bench {

    private static final Path JAR = Path.of("server/target/stele.jar");
    private static final Path SCRIPTS = Path.of("bench/load");
    private static final Path FIGURES = Path.of("bench/figures.md");
    private static final Path FIGURES_OF_A_PART = Path.of("bench/target/figures.md");

    private Bench() {}

    /**
     * Measures, tells what it finds as it finds it, and writes the table anew after each part.
     *
     * @param words see {@link Options}
     */
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
        try (Running running = new Running()) {
            WorkDirectory directory = running.add(WorkDirectory.create(options.directory(), "stele-bench"));
            measure(options, running, directory.path());
        } catch (IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void measure(Options options, Running running, Path directory) throws IOException, SQLException {
        if (!Files.exists(JAR)) {
            throw new IllegalStateException("There is no " + JAR + ": start bench/run, which builds it.");
        }
        Report report = new Report();
        Machine machine = Machine.here(directory);
        if (machine.isWithoutDisk()) {
            report.warn("The databases are in memory: --directory should name a directory on a disk.");
        }
        Wrk wrk = Wrk.installed(SCRIPTS.toAbsolutePath(), options.showsAnswers());
        PostgresServer postgres = running.add(PostgresServer.start(directory));
        Table.Heading heading = heading(options, machine, postgres.shown());
        heading.lines().forEach(System.out::println);
        Run run = new Run(
                running,
                wrk,
                options.quick() ? Pace.QUICK : Pace.FULL,
                new SteleProcess.Launch(JAR, options.javaOptions()),
                directory,
                report);
        Path output = options.output().orElse(options.isWhole() ? FIGURES : FIGURES_OF_A_PART);
        new Programme(run, postgres, options, () -> write(output, Table.of(report, heading))).measure();
        System.out.println("\n" + Table.of(report, heading) + "\nThis is in " + output);
    }

    private static void write(Path output, String table) {
        try {
            Files.writeString(output, table);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Table.Heading heading(Options options, Machine machine, Map<String, String> postgres) {
        List<String> lines = new ArrayList<>();
        lines.add(LocalDate.now(ZoneOffset.UTC) + ", " + machine + ", commit " + Commit.present() + ".");
        lines.add("PostgreSQL "
                + postgres.entrySet().stream()
                        .map(each -> each.getKey().equals("server_version")
                                ? each.getValue()
                                : "`" + each.getKey() + "=" + each.getValue() + "`")
                        .collect(Collectors.joining(", "))
                + ". The load comes from the same machine: wrk, one thread, " + Wrk.CONNECTIONS + " connections.");
        if (!options.javaOptions().isEmpty()) {
            lines.add("Stele runs with `" + String.join(" ", options.javaOptions()) + "`.");
        }
        if (options.quick()) {
            lines.add("**A quick run: these figures mean nothing.**");
        }
        return new Table.Heading(lines);
    }
}
