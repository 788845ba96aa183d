package io.stele.adapters.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real JavaScript, in a process of its own that is stopped when it takes too long. */
public final class JavaScript {

    private static final long SECONDS = 120;

    /** What JavaScript makes of each line. */
    private static final String STRINGIFY =
            """
            const files = require('fs');
            const lines = files.readFileSync(0, 'utf8').split('\\n').filter(line => line !== '');
            files.writeFileSync(1, lines.map(line => JSON.stringify(JSON.parse(line)) + '\\n').join(''));
            """;

    private final Path scratch;

    /** @param scratch an empty directory for what goes in and comes out */
    public JavaScript(Path scratch) {
        this.scratch = scratch;
    }

    /** Skips the test, and says so, where one of these programs is missing. */
    public static void requires(String... programs) throws InterruptedException {
        for (String program : programs) {
            assumeTrue(isThere(program), "SKIPPED: " + program + " is not on the path, so no JavaScript was asked");
        }
    }

    /** Each of these JSON texts, none of which has a line break, parsed and written again. */
    public List<String> stringified(List<String> texts) throws IOException, InterruptedException {
        return lines(scratch, texts, "node", "-e", STRINGIFY);
    }

    /** What the command answers to these lines: one line to each. */
    public List<String> lines(Path directory, List<String> lines, String... command)
            throws IOException, InterruptedException {
        Path out = run(directory, lines, command);
        List<String> answers = List.of(Files.readString(out, StandardCharsets.UTF_8).split("\n"));
        assertThat(answers).hasSameSizeAs(lines);
        return answers;
    }

    /** Runs the command to its end, which must be a good one; where its output is. */
    public Path run(Path directory, List<String> lines, String... command) throws IOException, InterruptedException {
        Path in = scratch.resolve("in");
        Path out = scratch.resolve("out");
        Path log = scratch.resolve("log");
        Files.write(in, lines, StandardCharsets.UTF_8);
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(log.toFile())
                .start();
        try {
            assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as(Files.readString(log)).isZero();
        } finally {
            process.destroyForcibly();
        }
        return out;
    }

    private static boolean isThere(String program) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(program, "--version")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
