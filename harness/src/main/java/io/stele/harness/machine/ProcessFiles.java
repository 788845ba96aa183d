package io.stele.harness.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads what Linux tells of a process, below {@code /proc}. */
public final class ProcessFiles {

    /** The kernel counts processor time in these, whatever its own clock is. */
    private static final double TICKS_PER_SECOND = 100;

    private static final int USER_TIME = 11;
    private static final int SYSTEM_TIME = 12;
    private static final long KIB = 1024;

    private final Path directory;

    private ProcessFiles(Path directory) {
        this.directory = directory;
    }

    /** Those of a process of this user, or of any where this user may see them. */
    public static ProcessFiles of(long pid) {
        return new ProcessFiles(Path.of("/proc", Long.toString(pid)));
    }

    /** The processor time that it has used, in user and in kernel mode. */
    public double processorSeconds() {
        return processorSeconds(read("stat"));
    }

    /** The memory that it holds now, in bytes. */
    public long residentBytes() {
        return field("VmRSS", read("status")) * KIB;
    }

    /** How many files, connections and the like it holds open now. */
    public long descriptors() {
        try (Stream<Path> all = Files.list(directory.resolve("fd"))) {
            return all.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it has had written to a file system's storage, in bytes. */
    public long writtenBytes() {
        return field("write_bytes", read("io"));
    }

    /** The sum of the user and system fields of {@code stat}. The program's name before them may have blanks and brackets. */
    static double processorSeconds(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", -1);
        return seconds(fields[USER_TIME]) + seconds(fields[SYSTEM_TIME]);
    }

    /** What the kernel counts, in seconds. */
    static double seconds(String ticks) {
        return Long.parseLong(ticks) / TICKS_PER_SECOND;
    }

    /** The number of a line such as {@code VmRSS:   198 kB}. */
    static long field(String name, String text) {
        Matcher matcher = Pattern.compile("^" + Pattern.quote(name) + ":\\s+(\\d+)", Pattern.MULTILINE)
                .matcher(text);
        if (!matcher.find()) {
            throw new IllegalArgumentException("no " + name + " in:\n" + text);
        }
        return Long.parseLong(matcher.group(1));
    }

    private String read(String name) {
        try {
            return Files.readString(directory.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
