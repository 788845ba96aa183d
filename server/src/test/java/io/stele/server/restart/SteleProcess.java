package io.stele.server.restart;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.server.Http;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A server in a process of its own, so that it can be killed. */
public final class SteleProcess implements AutoCloseable {

    private final Process process;
    private final Http http;

    private SteleProcess(Process process, Http http) {
        this.process = process;
        this.http = http;
    }

    /** Starts a server and waits until it is healthy. */
    public static SteleProcess start(Map<String, String> environment, Path directory) {
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.stele.server.start.Stele")
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(directory.resolve("server.log").toFile()));
        builder.environment().putAll(environment);
        builder.environment().put("STELE_PORT", String.valueOf(port));
        try {
            Process process = builder.start();
            SteleProcess stele = new SteleProcess(process, new Http(URI.create("http://localhost:" + port)));
            Awaitility.await("healthy; see\n" + directory.resolve("server.log"))
                    .atMost(Duration.ofSeconds(60))
                    .failFast("the server ended", () -> {
                        assertThat(process.isAlive()).as(() -> log(directory)).isTrue();
                    })
                    .ignoreExceptions()
                    .until(() -> stele.http.send("GET", "/health", Map.of(), null).status() == 200);
            return stele;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Speaks to it. */
    public Http http() {
        return http;
    }

    /** {@code kill -9}. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** {@code kill}. */
    public void stop() {
        process.destroy();
        awaitEnd();
    }

    @Override
    public void close() {
        http.close();
        if (process.isAlive()) {
            kill();
        }
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                throw new AssertionError("the server does not stop");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String log(Path directory) {
        try {
            return Files.readString(directory.resolve("server.log"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
