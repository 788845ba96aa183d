package io.stele.bench.load;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What came of a run of wrk.
 *
 * @param answered how many answers there were, bad ones too
 * @param duration how long it took
 * @param badAnswers those of 400 and above
 * @param failures connections that failed, and requests that were not answered
 */
public record WrkResult(long answered, Duration duration, long badAnswers, long failures, Latency latency) {

    private static final String MARK = "bench-result ";

    /**
     * Reads the line that {@code result.lua} writes, wherever it stands.
     *
     * @throws IllegalArgumentException when there is none
     */
    static WrkResult parse(String output) {
        String line = output.lines()
                .filter(each -> each.startsWith(MARK))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("wrk has told nothing:\n" + output));
        Map<String, Long> values = Arrays.stream(line.substring(MARK.length()).split(" ", -1))
                .map(each -> each.split("=", 2))
                .collect(Collectors.toMap(each -> each[0], each -> Long.valueOf(each[1])));
        return new WrkResult(
                value(values, "requests"),
                micros(values, "duration"),
                value(values, "status"),
                value(values, "connect") + value(values, "read") + value(values, "write") + value(values, "timeout"),
                new Latency(micros(values, "p50"), micros(values, "p99"), micros(values, "p999")));
    }

    /** Good answers. */
    public long good() {
        return answered - badAnswers;
    }

    /** Good answers a second. */
    public double perSecond() {
        return good() / (duration.toNanos() / 1e9);
    }

    public long errors() {
        return badAnswers + failures;
    }

    private static Duration micros(Map<String, Long> values, String name) {
        return Duration.of(value(values, name), ChronoUnit.MICROS);
    }

    private static long value(Map<String, Long> values, String name) {
        Long value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no " + name + " in " + values);
        }
        return value;
    }
}
