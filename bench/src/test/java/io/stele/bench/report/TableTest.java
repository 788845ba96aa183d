package io.stele.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.bench.load.Latency;
import io.stele.harness.machine.ProcessorTimes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class TableTest {

    private static final Table.Heading HEADING = new Table.Heading(List.of("2 cores"));

    @Test
    void showsWhatWasMeasuredInTheOrderOfTheMeasures() {
        Report report = new Report();
        report.add(rate(Measure.ACCEPT_ZAVU, 10_600));
        report.add(rate(Measure.KANNEL_SPOOL, 4_000));

        assertThat(Table.of(report, HEADING).lines().filter(line -> line.contains("| 0.50 |")))
                .containsExactly(
                        "| Kannel, accept and forward, spool (not synced) | 4,000 | 0.50 | 24 | 30 | – | – | 0 |  |",
                        "| Accept, Zavu `POST /v1/messages` | 10,600 | 0.50 | 24 | 30 | – | – | 0 |  |");
    }

    @Test
    void tellsOfEachTargetWhetherItIsMet() {
        Report report = new Report();
        report.add(rate(Measure.ACCEPT_ZAVU, 10_600));
        report.add(rate(Measure.KANNEL_SPOOL, 4_000));
        report.add(rate(Measure.HOOK, 5_300));

        assertThat(Table.of(report, HEADING))
                .contains("| accept (Zavu) / Kannel with spool | ≥ 2.5 × | 2.65 × | met |")
                .contains("| accept (Zavu), p99 | ≤ 25 ms | 24 ms | met |")
                .contains("| inbound webhooks / accept (Zavu) | ≥ 1 × | 0.5 × | **missed** |")
                .contains("| end to end / Kannel with spool | ≥ 1 × | – | not measured |");
    }

    @Test
    void aListMayBeSlowerInALargeStoreButNotMuch() {
        Report report = new Report();
        report.add(rate(Measure.LIST_ZAVU, 1_400));
        report.add(rate(Measure.LARGE_LIST_ZAVU, 1_000));
        report.add(rate(Measure.LIST_CHIRP, 1_000));
        report.add(rate(Measure.LARGE_LIST_CHIRP, 100));

        assertThat(Table.of(report, HEADING))
                .contains("| list (Zavu), small / large store | ≤ 1.5 × | 1.4 × | met |")
                .contains("| list (Chirp), small / large store | ≤ 1.5 × | 10 × | **missed** |");
    }

    @Test
    void showsWarningsAndFacts() {
        Report report = new Report();
        report.warn("not measured:\n  it broke");
        report.add("Resident, idle", "198 MiB");

        assertThat(Table.of(report, HEADING)).isEqualTo("""
                # Figures

                2 cores

                **not measured: / it broke**

                | | |
                |---|---|
                | Resident, idle | 198 MiB |
                """);
    }

    @Test
    void showsWhoUsedTheProcessors() {
        Report report = new Report();
        report.add(
                Measure.HOOK,
                new ProcessorTimes(
                        2, 20, Map.of("C2 CompilerThre", 3.0, "intake-", 1.0, "unheard of", 0.5), Map.of("postgres", 8.0, "wrk", 2.0, "cron", 0.5)));

        assertThat(Table.of(report, HEADING)).isEqualTo("""
                # Figures

                2 cores

                Who used the processors under load, in percent of all of them:

                |  | idle | PostgreSQL | HTTP | requests, sends | intake | claims, outcomes | inbound, receipts | reading | events, webhooks | compilers | collector | Kannel | wrk | stand-ins | rest |
                |---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|
                | Inbound webhooks, one message each | 10 | 40 | 0 | 0 | 5 | 0 | 0 | 0 | 0 | 15 | 0 | 0 | 10 | 0 | 20 |
                """);
    }

    private static Figure rate(Measure measure, double perSecond) {
        return new Figure(
                measure,
                OptionalDouble.of(perSecond),
                Optional.of(new Latency(Duration.ofNanos(500_000), Duration.ofMillis(24), Duration.ofMillis(30))),
                0,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                "");
    }
}
