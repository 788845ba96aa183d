package io.stele.proof.scenario;

import io.stele.harness.process.Programs;
import io.stele.harness.process.SteleProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A server that can be killed and started again at the same address. For one thread; only to close it is for several. */
final class Node implements AutoCloseable {

    private final SteleProcess.Launch launch;
    private final Map<String, String> settings;
    private final Path directory;
    private final int port = Programs.freePort();
    private volatile @Nullable SteleProcess process;

    Node(SteleProcess.Launch launch, Map<String, String> settings, Path directory) throws IOException {
        this.launch = launch;
        this.settings = settings;
        this.directory = Files.createDirectories(directory);
    }

    /** Starts it, and waits until it is healthy. */
    void start() {
        process = SteleProcess.start(launch, settings, directory, port);
    }

    /** {@code kill -9}. */
    void kill() {
        process().kill();
    }

    SteleProcess process() {
        SteleProcess running = process;
        if (running == null) {
            throw new IllegalStateException("the server has never been started");
        }
        return running;
    }

    int port() {
        return port;
    }

    URI root() {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public void close() {
        SteleProcess running = process;
        if (running != null) {
            running.close();
        }
    }
}
