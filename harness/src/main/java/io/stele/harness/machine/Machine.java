package io.stele.harness.machine;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the figures come from, without its name.
 *
 * @param fileSystem the type of that on which the databases are
 */
public record Machine(int cores, long memoryBytes, String jdk, String system, String fileSystem) {

    private static final long GIB = 1024L * 1024 * 1024;

    /** This machine. */
    public static Machine here(Path directory) throws IOException {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                system.getTotalMemorySize(),
                Runtime.version().toString(),
                system.getName(),
                Files.getFileStore(directory).type());
    }

    /** Whether what is written is kept in memory only, so that no figure of a database means anything. */
    public boolean isWithoutDisk() {
        return fileSystem.equals("tmpfs") || fileSystem.equals("ramfs");
    }

    @Override
    public String toString() {
        return "%d cores, %d GiB, %s, JDK %s, databases on %s"
                .formatted(cores, Math.round((double) memoryBytes / GIB), system, jdk, fileSystem);
    }
}
