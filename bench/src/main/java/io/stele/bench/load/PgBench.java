package io.stele.bench.load;

import io.stele.harness.process.PostgresServer;
import io.stele.harness.process.Programs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Commits single rows as fast as the database does. */
public final class PgBench {

    /** Enough to share the syncs, and no more than the database can serve on few cores. */
    private static final int CLIENTS = 16;

    private static final String LOG = "pgbench_log";
    private static final String TABLE =
            "create table commit_limit (id bigint generated always as identity primary key, body varchar not null)";
    private static final String SCRIPT = "insert into commit_limit (body) values (repeat('x', 300));\n";

    private PgBench() {}

    /**
     * What came of it.
     *
     * @param commits how many there were
     */
    public record Result(long commits, double perSecond, Latency latency) {}

    /** Makes the table that is written to. */
    public static String table() {
        return TABLE;
    }

    /** Commits for so long, in a database that has the table. */
    public static Result run(PostgresServer postgres, String database, Path directory, Duration duration)
            throws IOException, InterruptedException {
        Path script = Files.writeString(directory.resolve("commit.sql"), SCRIPT);
        removeLogs(directory);
        Process process = new ProcessBuilder(List.of(
                        Programs.needOfPostgres("pgbench").toString(),
                        "-n",
                        "-M",
                        "prepared",
                        "-c",
                        Integer.toString(CLIENTS),
                        "-j",
                        "1",
                        "-T",
                        Long.toString(duration.toSeconds()),
                        "-l",
                        "--sampling-rate=0.1",
                        "-f",
                        script.toString(),
                        "-h",
                        "127.0.0.1",
                        "-p",
                        Integer.toString(postgres.port()),
                        "-U",
                        PostgresServer.USER,
                        database))
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("pgbench failed:\n" + output);
        }
        long commits = (long) number(output, "number of transactions actually processed: ");
        return new Result(commits, number(output, "tps = "), Latency.of(times(directory)));
    }

    /** The number after these words. @throws IllegalArgumentException when they are not there */
    static double number(String output, String words) {
        String line = output.lines()
                .filter(each -> each.startsWith(words))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not told: " + words + "\n" + output));
        return Double.parseDouble(line.substring(words.length()).split("[ /]", 2)[0]);
    }

    /** The third column of each line, which is in microseconds. */
    private static List<Duration> times(Path directory) throws IOException {
        List<Duration> times = new ArrayList<>();
        for (Path log : logs(directory)) {
            for (String line : Files.readAllLines(log)) {
                times.add(Duration.of(Long.parseLong(line.split(" ", -1)[2]), ChronoUnit.MICROS));
            }
        }
        return times;
    }

    private static void removeLogs(Path directory) throws IOException {
        for (Path log : logs(directory)) {
            Files.delete(log);
        }
    }

    private static List<Path> logs(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(each -> each.getFileName().toString().startsWith(LOG))
                    .toList();
        }
    }
}
