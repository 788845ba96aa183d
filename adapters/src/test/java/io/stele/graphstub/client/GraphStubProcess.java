package io.stele.graphstub.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The stand-in as a child process. It ends with {@link #close}, and also when the process that started it dies in whatever
 * way. Safe for several threads.
 */
public final class GraphStubProcess implements AutoCloseable {

    private static final String READY = "graph stub ready at ";
    private static final int START_SECONDS = 60;
    private static final int END_SECONDS = 10;

    private final Process process;
    private final GraphControl control;

    private GraphStubProcess(Process process, GraphControl control) {
        this.process = process;
        this.control = control;
    }

    /** A stand-in for these options; nothing is started yet. */
    public static Builder with() {
        return new Builder();
    }

    /** Where it is reached, without a slash at the end. */
    public URI root() {
        return control.root();
    }

    public GraphControl control() {
        return control;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /**
     * What the process ended with: 0 by itself.
     *
     * @throws IllegalThreadStateException while it runs
     */
    public int exitCode() {
        return process.exitValue();
    }

    /** {@code kill -9}. */
    public void kill() {
        process.toHandle().destroyForcibly();
        awaitEnd();
    }

    /** {@code kill}. */
    public void stop() {
        // Process.destroy would close its input too, and so end it in another way.
        process.toHandle().destroy();
        awaitEnd();
    }

    @Override
    public void close() {
        control.close();
        try {
            process.getOutputStream().close();
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (IOException e) {
            kill();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the stand-in does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The options of a stand-in to be started. Made for one thread. */
    public static final class Builder {

        private static final int SOON_COMPILED = 1;
        private static final int BEST_COMPILED = 4;

        private final List<String> words = new ArrayList<>();
        private String classPath = System.getProperty("java.class.path");
        private String heap = "512m";
        private boolean lasting;

        private Builder() {}

        /** A number that it answers for; may be called again for others. */
        public Builder number(String id, String account, String display, String token) {
            return option("--number", id + ":" + account + ":" + display + ":" + token);
        }

        public Builder appSecret(String secret) {
            return option("--app-secret", secret);
        }

        public Builder callback(URI url) {
            return option("--callback", url.toString());
        }

        /** These statuses follow each message, from the first one on. */
        public Builder receipts(String... statuses) {
            return option("--receipts", String.join(",", statuses));
        }

        public Builder ledger(Path file) {
            return option("--ledger", file.toString());
        }

        /** Without this, any free one. */
        public Builder port(int port) {
            return option("--port", Integer.toString(port));
        }

        /** Any other option of {@code GraphStub}. */
        public Builder option(String... further) {
            words.addAll(List.of(further));
            return this;
        }

        /** How much memory it may use for its ledger and all else; {@code 512m} does for some 100,000 messages. */
        public Builder heap(String size) {
            heap = size;
            return this;
        }

        /** It is to run for minutes: what it does most is compiled as well as may be. Without this it is as quick as it can be at once. */
        public Builder lasting() {
            lasting = true;
            return this;
        }

        /** Another class path than that of this process. */
        public Builder classPath(String other) {
            classPath = other;
            return this;
        }

        /**
         * Starts the process and waits until it listens.
         *
         * @throws IllegalStateException when it does not within a minute
         */
        public GraphStubProcess start() {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=" + (lasting ? BEST_COMPILED : SOON_COMPILED),
                    "-Xmx" + heap,
                    "-cp",
                    classPath,
                    "io.stele.graphstub.GraphStub"));
            command.addAll(words);
            try {
                Process process = new ProcessBuilder(command)
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
                return new GraphStubProcess(process, new GraphControl(ready(process)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static URI ready(Process process) {
            CompletableFuture<URI> root = new CompletableFuture<>();
            Thread.ofVirtual().start(() -> read(process, root));
            try {
                return root.get(START_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            } catch (ExecutionException | TimeoutException e) {
                process.destroyForcibly();
                throw new IllegalStateException("the stand-in did not start", e);
            }
        }

        /** Reads to the end, so that the child never waits for room to write. */
        private static void read(Process process, CompletableFuture<URI> root) {
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                String line = lines.readLine();
                while (line != null) {
                    if (line.startsWith(READY)) {
                        root.complete(URI.create(line.substring(READY.length())));
                    }
                    line = lines.readLine();
                }
                root.completeExceptionally(new IllegalStateException("it ended"));
            } catch (IOException e) {
                root.completeExceptionally(e);
            }
        }
    }
}
