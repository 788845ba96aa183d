package io.stele.bench.report;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * What is wanted of a run.
 *
 * @param title what is compared with what
 * @param measured what the run has found; empty when it has not measured both
 * @param bound what it is held to
 * @param atLeast whether more is better
 * @param unit after the numbers
 */
record Target(String title, Function<Report, Optional<Double>> measured, double bound, boolean atLeast, String unit) {

    private static final double NANOS_PER_MILLI = 1e6;

    /** All of them. */
    static final List<Target> ALL = List.of(
            ratio("accept (Zavu) / Kannel with spool", Measure.ACCEPT_ZAVU, Measure.KANNEL_SPOOL, 2.5),
            new Target("accept (Zavu), p99", report -> p99(report, Measure.ACCEPT_ZAVU), 25, false, " ms"),
            ratio("accept (Zavu) / Kannel without store (aimed at)", Measure.ACCEPT_ZAVU, Measure.KANNEL_NONE, 1),
            ratio("end to end / Kannel with spool", Measure.END_TO_END, Measure.KANNEL_SPOOL, 1),
            ratio("get by id (Zavu) / bare endpoint", Measure.GET_ZAVU, Measure.BARE, 0.6),
            slowdown("list (Zavu), small / large store", Measure.LIST_ZAVU, Measure.LARGE_LIST_ZAVU),
            slowdown("list (Kapso), small / large store", Measure.LIST_KAPSO, Measure.LARGE_LIST_KAPSO),
            slowdown("list (Chirp), small / large store", Measure.LIST_CHIRP, Measure.LARGE_LIST_CHIRP),
            ratio("inbound webhooks / accept (Zavu)", Measure.HOOK, Measure.ACCEPT_ZAVU, 1),
            new Target("idle pickup, median", report -> p50(report, Measure.IDLE), 10, false, " ms"),
            ratio("accept on H2 / on PostgreSQL (Zavu)", Measure.ACCEPT_H2, Measure.ACCEPT_ZAVU, 0.7));

    /** Whether what was found is as wanted. */
    boolean isMetBy(double found) {
        return atLeast ? found >= bound : found <= bound;
    }

    private static Target ratio(String title, Measure ours, Measure other, double bound) {
        return new Target(title, report -> quotient(report, ours, other), bound, true, " ×");
    }

    private static Target slowdown(String title, Measure small, Measure large) {
        return new Target(title, report -> quotient(report, small, large), 1.5, false, " ×");
    }

    private static Optional<Double> quotient(Report report, Measure above, Measure below) {
        return rate(report, above).flatMap(a -> rate(report, below).map(b -> a / b));
    }

    private static Optional<Double> rate(Report report, Measure measure) {
        OptionalDouble rate = report.figure(measure).map(Figure::perSecond).orElse(OptionalDouble.empty());
        return rate.isPresent() && rate.getAsDouble() > 0 ? Optional.of(rate.getAsDouble()) : Optional.empty();
    }

    private static Optional<Double> p99(Report report, Measure measure) {
        return report.figure(measure).flatMap(Figure::latency).map(latency -> latency.p99().toNanos() / NANOS_PER_MILLI);
    }

    private static Optional<Double> p50(Report report, Measure measure) {
        return report.figure(measure).flatMap(Figure::latency).map(latency -> latency.p50().toNanos() / NANOS_PER_MILLI);
    }
}
