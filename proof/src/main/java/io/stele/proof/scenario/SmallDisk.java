package io.stele.proof.scenario;

import io.stele.harness.process.Program;
import io.stele.harness.process.Program.Command;
import io.stele.harness.process.Programs;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A file system of its own that is small, in memory, and can be filled and emptied. Only root may mount one. */
public final class SmallDisk implements AutoCloseable {

    private static final int PIECE = 64 * 1024;

    private final Path parent;
    private final Path path;

    private SmallDisk(Path parent, Path path) {
        this.parent = parent;
        this.path = path;
    }

    /**
     * Mounts one below this directory.
     *
     * @throws IllegalStateException when this user may not
     */
    public static SmallDisk mount(Path parent, String name, int mebibytes) throws IOException {
        Path path = Files.createDirectories(parent.resolve(name));
        Program.run(command(parent, List.of(
                Programs.need("mount", "mount").toString(), "-t", "tmpfs", "-o", "mode=0755,size=" + mebibytes + "m", "none", path.toString())));
        return new SmallDisk(parent, path);
    }

    public Path path() {
        return path;
    }

    /** Takes all the room that is left. */
    void fill() throws IOException {
        byte[] piece = new byte[PIECE];
        try (OutputStream output = Files.newOutputStream(ballast())) {
            for (long left = Files.getFileStore(path).getUsableSpace(); left > 0; left -= PIECE) {
                output.write(piece, 0, (int) Math.min(PIECE, left));
            }
        } catch (IOException e) {
            if (Files.getFileStore(path).getUsableSpace() > PIECE) {
                throw e;
            }
        }
    }

    /** Gives it back. */
    void empty() throws IOException {
        Files.deleteIfExists(ballast());
    }

    @Override
    public void close() {
        if (Files.exists(path)) {
            Program.run(command(parent, List.of(Programs.need("umount", "mount").toString(), "-l", path.toString())));
        }
    }

    private Path ballast() {
        return path.resolve("ballast");
    }

    private static Command command(Path directory, List<String> words) {
        return Command.of("mount", words, Map.of(), directory);
    }
}
