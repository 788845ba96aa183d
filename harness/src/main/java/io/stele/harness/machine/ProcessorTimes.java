package io.stele.harness.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Who has used the machine's processors, in seconds. Linux shortens names to fifteen characters; numbers at their ends are left out here.
 *
 * @param idle in which a processor had nothing to do
 * @param all of all processors, idle or not
 * @param threads of the processes that were asked for, by the names of their threads
 * @param processes all others, by the names of their programs
 */
public record ProcessorTimes(double idle, double all, Map<String, Double> threads, Map<String, Double> processes) {

    /** None. */
    public static final ProcessorTimes NONE = new ProcessorTimes(0, 0, Map.of(), Map.of());

    private static final Path PROC = Path.of("/proc");
    private static final int IDLE = 3;
    private static final int WAITING_FOR_DISK = 4;

    /** Beyond these, the fields of {@code /proc/stat} are parts of earlier ones. */
    private static final int FIELDS = 8;

    /** Up to now, by thread for these processes. */
    public static ProcessorTimes upToNow(List<Long> pids) {
        Map<String, Double> threads = new TreeMap<>();
        Map<String, Double> processes = new TreeMap<>();
        for (Path process : numbered(PROC)) {
            if (pids.contains(Long.parseLong(process.getFileName().toString()))) {
                numbered(process.resolve("task")).forEach(thread -> add(threads, thread));
            } else {
                add(processes, process);
            }
        }
        String[] whole = whole().split(" +", -1);
        double all = 0;
        for (int i = 0; i < FIELDS; i++) {
            all += ProcessFiles.seconds(whole[i + 1]);
        }
        double idle = ProcessFiles.seconds(whole[IDLE + 1]) + ProcessFiles.seconds(whole[WAITING_FOR_DISK + 1]);
        return new ProcessorTimes(idle, all, threads, processes);
    }

    /** What has been used since then. What ended meanwhile is not counted. */
    public ProcessorTimes since(ProcessorTimes earlier) {
        return new ProcessorTimes(
                idle - earlier.idle,
                all - earlier.all,
                difference(threads, earlier.threads),
                difference(processes, earlier.processes));
    }

    /** Both together. */
    public ProcessorTimes plus(ProcessorTimes other) {
        return new ProcessorTimes(idle + other.idle, all + other.all, sum(threads, other.threads), sum(processes, other.processes));
    }

    private static Map<String, Double> difference(Map<String, Double> now, Map<String, Double> before) {
        Map<String, Double> used = new TreeMap<>();
        now.forEach((name, seconds) -> used.put(name, Math.max(0, seconds - before.getOrDefault(name, 0.0))));
        return used;
    }

    private static Map<String, Double> sum(Map<String, Double> some, Map<String, Double> others) {
        Map<String, Double> both = new TreeMap<>(some);
        others.forEach((name, seconds) -> both.merge(name, seconds, Double::sum));
        return both;
    }

    private static List<Path> numbered(Path directory) {
        try (Stream<Path> all = Files.list(directory)) {
            return all.filter(path -> path.getFileName().toString().chars().allMatch(Character::isDigit)).toList();
        } catch (IOException e) {
            return List.of(); // it has ended meanwhile
        }
    }

    private static void add(Map<String, Double> times, Path directory) {
        String stat;
        try {
            stat = Files.readString(directory.resolve("stat"));
        } catch (IOException e) {
            return; // it has ended meanwhile
        }
        times.merge(name(stat), ProcessFiles.processorSeconds(stat), Double::sum);
    }

    /** The name in brackets, which may have brackets itself. */
    static String name(String stat) {
        return stat.substring(stat.indexOf('(') + 1, stat.lastIndexOf(')')).replaceAll("\\d+$", "");
    }

    private static String whole() {
        try (Stream<String> lines = Files.lines(PROC.resolve("stat"))) {
            return lines.findFirst().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
