package io.stele.harness.machine;

import java.util.List;
import java.util.function.LongSupplier;

/**
 * What work costs.
 *
 * @param pids the processes whose processor time counts
 * @param bytes how many bytes have been written up to now
 */
public record Meter(List<Long> pids, LongSupplier bytes) {

    /** What has been used up to a moment, or between two. */
    public record Used(double processorSeconds, long bytes) {

        /** What has been used since then. */
        public Used since(Used earlier) {
            return new Used(processorSeconds - earlier.processorSeconds, bytes - earlier.bytes);
        }
    }

    /** For a server that writes nothing. */
    public static Meter ofProcessor(long pid) {
        return new Meter(List.of(pid), () -> 0);
    }

    /** Who has used the processors up to now, by thread for the processes whose time counts. */
    public ProcessorTimes times() {
        return ProcessorTimes.upToNow(pids);
    }

    /** What has been used up to now. */
    public Used read() {
        double seconds = pids.stream()
                .mapToDouble(pid -> ProcessFiles.of(pid).processorSeconds())
                .sum();
        return new Used(seconds, bytes.getAsLong());
    }
}
