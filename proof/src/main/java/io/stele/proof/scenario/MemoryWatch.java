package io.stele.proof.scenario;

import io.stele.harness.machine.ProcessFiles;
import io.stele.harness.process.Waiting;
import java.io.File;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Looks again and again at what a process holds, and how long its file is. */
final class MemoryWatch implements AutoCloseable {

    static final double MIB = 1024 * 1024;

    private final List<Sample> samples = new CopyOnWriteArrayList<>();
    private volatile boolean closed;

    /**
     * What a process held at a moment.
     *
     * @param fileBytes the length of its file; 0 while there is none
     */
    record Sample(long residentBytes, long descriptors, long fileBytes) {}

    private MemoryWatch() {}

    /** @param file in which the process keeps what it knows */
    static MemoryWatch start(long pid, Path file, Duration interval) {
        MemoryWatch watch = new MemoryWatch();
        Thread.ofVirtual().start(() -> watch.run(ProcessFiles.of(pid), file.toFile(), interval));
        return watch;
    }

    /** All that was seen, oldest first. */
    List<Sample> samples() {
        return List.copyOf(samples);
    }

    /** The most memory that was seen, in bytes. */
    long mostResident() {
        return samples.stream().mapToLong(Sample::residentBytes).max().orElse(0);
    }

    @Override
    public void close() {
        closed = true;
    }

    private void run(ProcessFiles files, File file, Duration interval) {
        try {
            while (!closed) {
                samples.add(new Sample(files.residentBytes(), files.descriptors(), file.length()));
                Waiting.pause(interval);
            }
        } catch (UncheckedIOException | IllegalArgumentException _) {
            // The process has ended, which whoever uses it sees.
        }
    }
}
