package io.stele.harness.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where the programs of packages are, and where they may listen. */
public final class Programs {

    private static final Path POSTGRESQL = Path.of("/usr/lib/postgresql");

    private Programs() {}

    /** A program on the path, or where administrators' programs are. */
    public static Optional<Path> find(String name) {
        Stream<String> path = Arrays.stream(Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator, -1));
        return first(Stream.concat(path, Stream.of("/usr/sbin", "/usr/local/sbin")).map(Path::of), name);
    }

    /**
     * A program that must be there.
     *
     * @param packaged the package that has it
     * @throws IllegalStateException with the package to install, when it is not there
     */
    public static Path need(String name, String packaged) {
        return find(name)
                .orElseThrow(() -> new IllegalStateException(
                        "There is no " + name + " here: install the package " + packaged + "."));
    }

    /**
     * A program of PostgreSQL, on the path or where Debian keeps it, the newest version first.
     *
     * @throws IllegalStateException when it is not there
     */
    public static Path needOfPostgres(String name) {
        return find(name)
                .or(() -> first(versions().map(version -> version.resolve("bin")), name))
                .orElseThrow(() -> new IllegalStateException(
                        "There is no " + name + " here: install the package postgresql."));
    }

    /** A port of the loopback address that nobody listens at. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The program that runs this one. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** The classes of this program, for one that runs in another directory. */
    public static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(each -> Path.of(each).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Optional<Path> first(Stream<Path> directories, String name) {
        return directories.map(each -> each.resolve(name)).filter(Files::isExecutable).findFirst();
    }

    private static Stream<Path> versions() {
        if (!Files.isDirectory(POSTGRESQL)) {
            return Stream.empty();
        }
        try (Stream<Path> versions = Files.list(POSTGRESQL)) {
            List<Path> sorted = versions.sorted(Comparator.comparingInt(Programs::version).reversed())
                    .toList();
            return sorted.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int version(Path directory) {
        try {
            return Integer.parseInt(directory.getFileName().toString());
        } catch (NumberFormatException _) {
            return 0;
        }
    }
}
