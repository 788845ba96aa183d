package io.stele.bench.report;

import io.stele.harness.machine.ProcessorTimes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a run has found so far; each thing is told as it is found. */
public final class Report {

    private final Map<Measure, Figure> figures = new EnumMap<>(Measure.class);
    private final Map<Measure, Shares> shares = new EnumMap<>(Measure.class);
    private final List<Fact> facts = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    /** Something that is no rate, such as memory. */
    public record Fact(String title, String value) {}

    /** Errors are warned of too: a figure with any is none. */
    public void add(Figure figure) {
        figures.put(figure.measure(), figure);
        System.out.println(Table.row(figure));
        if (figure.errors() > 0) {
            warn("%,d errors: %s".formatted(figure.errors(), figure.measure().title()));
        }
    }

    /** Who used the processors while it was measured. */
    public void add(Measure measure, ProcessorTimes times) {
        shares.put(measure, Shares.of(times));
    }

    public void add(String title, String value) {
        facts.add(new Fact(title, value));
        System.out.println(title + ": " + value);
    }

    /** Something that must not be overlooked. */
    public void warn(String several) {
        String text = several.strip().replaceAll("\\s*\\R\\s*", " / ");
        warnings.add(text);
        System.err.println("WARNING: " + text);
    }

    Optional<Figure> figure(Measure measure) {
        return Optional.ofNullable(figures.get(measure));
    }

    Collection<Figure> figures() {
        return figures.values();
    }

    Map<Measure, Shares> shares() {
        return shares;
    }

    List<Fact> facts() {
        return facts;
    }

    List<String> warnings() {
        return warnings;
    }
}
