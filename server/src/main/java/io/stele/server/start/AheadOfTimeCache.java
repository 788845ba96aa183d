package io.stele.server.start;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The classes that the program needs, read and linked by the build, with which it starts in half the time. Java has to be told of the file when it
 * starts; so that {@code java -jar stele.jar} finds it too, the program that was started without takes its own place once more, with it: the
 * process, its parent, its environment and its streams stay the same.
 *
 * <p>Only Linux can say with what a program was started. Elsewhere, and where something is amiss, the program goes on as it is. A cache that does not
 * fit the libraries or the Java that runs is passed over by Java itself.
 */
final class AheadOfTimeCache {

    /** The file's name, beside the jar. The build gives it (server/pom.xml). */
    private static final String NAME = "stele.aot";

    private static final Path COMMAND_LINE = Path.of("/proc/self/cmdline");
    private static final Path PROGRAM = Path.of("/proc/self/exe");

    /** Whoever says how classes are shared, or has something look at the process, means the process that runs. */
    private static final List<String> OWN_WAY =
            List.of("-XX:AOT", "-XX:SharedArchive", "-XX:+AutoCreateSharedArchive", "-XX:ArchiveClasses", "-Xshare", "-agent", "-javaagent", "-Xdebug", "-Xrun");

    private AheadOfTimeCache() {}

    /** Starts the program anew where it was started as a jar that has a cache beside it, and does not use it. Otherwise does nothing. */
    static void use() {
        Path cache = besides(System.getProperty("java.class.path"));
        if (!Files.isRegularFile(cache) || !Files.isReadable(COMMAND_LINE)) {
            return;
        }
        try {
            List<String> given = Stream.of(Files.readString(COMMAND_LINE, StandardCharsets.UTF_8).split("\0")).toList();
            Optional<List<String>> command = command(given, cache);
            if (command.isPresent()) {
                ProcessImage.replace(Files.readSymbolicLink(PROGRAM), command.get());
            }
        } catch (IOException e) {
            // it starts without
        }
    }

    /** Where the cache of the program on the class path is, if there is one. */
    static Path besides(String classPath) {
        return Path.of(classPath).toAbsolutePath().resolveSibling(NAME);
    }

    /** The command that uses the cache; none where the command that was given is no plain start of a jar. */
    static Optional<List<String>> command(List<String> given, Path cache) {
        int jar = given.indexOf("-jar");
        if (jar < 1 || given.subList(1, jar).stream().anyMatch(option -> OWN_WAY.stream().anyMatch(option::startsWith))) {
            return Optional.empty();
        }
        Stream<String> options = Stream.of("-XX:AOTCache=" + cache, "-Xlog:aot=off", "-Xlog:cds=off");
        return Optional.of(Stream.of(given.subList(0, 1).stream(), options, given.subList(1, given.size()).stream())
                .flatMap(part -> part)
                .toList());
    }
}
