package io.stele.bench.process;

import io.stele.bench.bare.BareServer;
import io.stele.harness.process.Program;
import io.stele.harness.process.Program.Command;
import io.stele.harness.process.Programs;
import io.stele.harness.process.Waiting;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The server that does nothing, as a process. */
public final class BareProcess implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofSeconds(60);
    private static final Duration INTERVAL = Duration.ofMillis(50);

    private final Program program;
    private final URI root;

    private BareProcess(Program program, URI root) {
        this.program = program;
        this.root = root;
    }

    /** Starts it, and waits until it listens. */
    public static BareProcess start(Path directory) {
        Program program = Program.start(Command.of(
                "bare",
                List.of(
                        Programs.java(),
                        "-Xmx512m",
                        "-cp",
                        Programs.classPath(),
                        BareServer.class.getName()),
                Map.of(),
                directory));
        Waiting.until("the bare server is there", LONGEST_START, INTERVAL, () -> {
            program.mustLive();
            return root(program).isPresent();
        });
        return new BareProcess(program, root(program).orElseThrow());
    }

    /** Where it is reached, without a slash at the end. */
    public URI root() {
        return root;
    }

    public long pid() {
        return program.pid();
    }

    @Override
    public void close() {
        program.close();
    }

    private static Optional<URI> root(Program program) {
        return program.told()
                .lines()
                .filter(line -> line.startsWith(BareServer.READY))
                .findFirst()
                .map(line -> URI.create(line.substring(BareServer.READY.length())));
    }
}
