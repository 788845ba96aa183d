package io.stele.harness.process;

import io.stele.harness.process.Program.Command;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Stele as users run it: the built jar in a process of its own, told all that it needs by its environment. */
public final class SteleProcess implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(2);
    private static final Duration INTERVAL = Duration.ofMillis(5);
    private static final int GOOD = 200;

    private final Program program;
    private final URI root;
    private final Duration startedIn;

    private SteleProcess(Program program, URI root, Duration startedIn) {
        this.program = program;
        this.root = root;
        this.startedIn = startedIn;
    }

    /**
     * What starts it.
     *
     * @param jar of the server, with its libraries beside it
     * @param options of the virtual machine, beyond those of {@code ./stele run}
     */
    public record Launch(Path jar, List<String> options) {

        public Launch with(String... further) {
            List<String> all = new ArrayList<>(options);
            all.addAll(List.of(further));
            return new Launch(jar, all);
        }
    }

    /** Starts it at a free port, and waits until {@code /health} says that it works. */
    public static SteleProcess start(Launch launch, Map<String, String> settings, Path directory) {
        return start(launch, settings, directory, Programs.freePort());
    }

    /** The same at this port. What an earlier one has printed in the directory stays there. */
    public static SteleProcess start(Launch launch, Map<String, String> settings, Path directory, int port) {
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("STELE_PORT", Integer.toString(port));
        List<String> words = new ArrayList<>(List.of(Programs.java(), "-XX:+ExitOnOutOfMemoryError"));
        words.addAll(launch.options());
        words.addAll(List.of("-jar", launch.jar().toAbsolutePath().toString()));
        long begun = System.nanoTime();
        Program program = Program.start(Command.of("stele", words, environment, directory).added());
        URI root = URI.create("http://127.0.0.1:" + port);
        try (HttpClient http = HttpClient.newHttpClient()) {
            Waiting.until("Stele is healthy", LONGEST_START, INTERVAL, () -> {
                program.mustLive();
                return isHealthy(http, root);
            });
        } catch (RuntimeException e) {
            program.close();
            throw e;
        }
        return new SteleProcess(program, root, Duration.ofNanos(System.nanoTime() - begun));
    }

    /** Where it is reached, without a slash at the end. */
    public URI root() {
        return root;
    }

    public long pid() {
        return program.pid();
    }

    /** How long it took from the start of the process until it was healthy. */
    public Duration startedIn() {
        return startedIn;
    }

    /** The newest of its log. */
    public String told() {
        return program.told();
    }

    /**
     * Makes sure that it runs.
     *
     * @throws IllegalStateException with the end of its log, when it has ended
     */
    public void mustLive() {
        program.mustLive();
    }

    public boolean isRunning() {
        return program.isRunning();
    }

    /** Whether {@code /health} says that it works. */
    public boolean isHealthy() {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return isHealthy(http, root);
        }
    }

    /** {@code kill -9}. */
    public void kill() {
        program.kill();
    }

    @Override
    public void close() {
        program.close();
    }

    private static boolean isHealthy(HttpClient http, URI root) {
        try {
            HttpRequest request = HttpRequest.newBuilder(root.resolve("/health")).build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == GOOD;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
