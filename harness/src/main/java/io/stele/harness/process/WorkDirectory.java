package io.stele.harness.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A directory for all files of a run, which is gone in the end. Others may pass through it, as PostgreSQL's user must. */
public record WorkDirectory(Path path) implements AutoCloseable {

    /** @param name with which that of the directory begins */
    public static WorkDirectory create(Path parent, String name) throws IOException {
        Files.createDirectories(parent);
        Path path = Files.createTempDirectory(parent.toAbsolutePath(), name);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx--x--x"));
        return new WorkDirectory(path);
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(path)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
