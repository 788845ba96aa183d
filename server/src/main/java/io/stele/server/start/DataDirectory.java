package io.stele.server.start;

import static io.stele.server.start.Setting.STELE_DATA_DIR;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Where a server keeps the files of its own. */
final class DataDirectory {

    private DataDirectory() {}

    /**
     * The directory, which need not be there yet.
     *
     * @param expectation what it must be, for the sentence that the user gets
     */
    static Path of(SettingValues values, Path workingDirectory, String expectation) {
        return values.read(STELE_DATA_DIR, expectation, DataDirectory::path)
                .map(workingDirectory::resolve)
                .orElseGet(() -> workingDirectory.resolve("data"))
                .toAbsolutePath()
                .normalize();
    }

    private static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
