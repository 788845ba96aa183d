package io.stele.bench.report;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes a report as Markdown. */
public final class Table {

    private static final String NOTHING = "–";
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double MUCH = 10;

    private Table() {}

    /** What stands above the figures: when, where, what was measured. */
    public record Heading(List<String> lines) {}

    /** The whole report. */
    public static String of(Report report, Heading heading) {
        StringBuilder text = new StringBuilder("# Figures\n\n");
        heading.lines().forEach(line -> text.append(line).append("\n\n"));
        report.warnings().forEach(line -> text.append("**").append(line).append("**\n\n"));
        if (!report.figures().isEmpty()) {
            text.append("""
                    | | per second | p50 ms | p99 ms | p99.9 ms | CPU s / 1,000 | bytes written each | errors | |
                    |---|--:|--:|--:|--:|--:|--:|--:|---|
                    """);
            report.figures().forEach(figure -> text.append(row(figure)).append('\n'));
            text.append('\n').append("""
                    | target | wanted | found | |
                    |---|--:|--:|---|
                    """);
            Target.ALL.forEach(target -> text.append(row(target, report)).append('\n'));
            text.append('\n');
        }
        if (!report.shares().isEmpty()) {
            text.append(shares(report.shares())).append('\n');
        }
        if (!report.facts().isEmpty()) {
            text.append("| | |\n|---|---|\n");
            report.facts().forEach(fact -> text.append(cells(List.of(fact.title(), fact.value()))).append('\n'));
        }
        return text.toString().stripTrailing() + "\n";
    }

    private static String shares(Map<Measure, Shares> shares) {
        List<Shares.Who> everybody = List.of(Shares.Who.values());
        StringBuilder text = new StringBuilder("Who used the processors under load, in percent of all of them:\n\n");
        text.append(cells(Stream.concat(Stream.of(""), everybody.stream().map(Shares.Who::title)).toList())).append('\n');
        text.append("|---").append("|--:".repeat(everybody.size())).append("|\n");
        shares.forEach((measure, each) -> text.append(cells(Stream.concat(
                                Stream.of(measure.title()),
                                everybody.stream().map(who -> String.format(Locale.ROOT, "%.0f", each.percent(who))))
                        .toList()))
                .append('\n'));
        return text.toString();
    }

    /** A line of the figures. */
    static String row(Figure figure) {
        return cells(List.of(
                figure.measure().title(),
                number(figure.perSecond()),
                figure.latency().map(latency -> millis(latency.p50())).orElse(NOTHING),
                figure.latency().map(latency -> millis(latency.p99())).orElse(NOTHING),
                figure.latency().map(latency -> millis(latency.p999())).orElse(NOTHING),
                figure.processorSeconds().isPresent()
                        ? String.format(Locale.ROOT, "%.3f", figure.processorSeconds().getAsDouble())
                        : NOTHING,
                number(figure.bytes()),
                "%d".formatted(figure.errors()),
                figure.note()));
    }

    private static String row(Target target, Report report) {
        Optional<Double> found = target.measured().apply(report);
        return cells(List.of(
                target.title(),
                (target.atLeast() ? "≥ " : "≤ ") + amount(target.bound()) + target.unit(),
                found.map(value -> amount(value) + target.unit()).orElse(NOTHING),
                found.map(value -> target.isMetBy(value) ? "met" : "**missed**").orElse("not measured")));
    }

    private static String amount(double value) {
        return String.format(Locale.ROOT, "%.2f", value).replaceAll("\\.?0+$", "");
    }

    private static String number(OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, "%,.0f", value.getAsDouble()) : NOTHING;
    }

    private static String millis(Duration time) {
        double millis = time.toNanos() / NANOS_PER_MILLI;
        return String.format(Locale.ROOT, Math.abs(millis) < MUCH ? "%.2f" : "%.0f", millis);
    }

    private static String cells(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
    }
}
