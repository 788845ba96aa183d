package io.stele.proof;

import io.stele.proof.scenario.Outcome;
import io.stele.proof.verdict.Findings;
import java.util.List;

/** What is written of a run, in Markdown. */
record Figures(String heading, List<Outcome> outcomes, List<String> warnings) {

    private static final String COLUMNS = """
            | scenario | rounds | answered | in store | at provider | doubles | unknown | refused | in doubt | events | webhooks | violations |
            |---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|
            """;

    /** The whole text. */
    String text() {
        StringBuilder text = new StringBuilder("# What was done, and what was lost\n\n").append(heading).append("\n\n");
        warnings.forEach(warning -> text.append("**").append(warning).append("**\n\n"));
        text.append(COLUMNS);
        outcomes.forEach(outcome -> text.append(row(outcome)));
        outcomes.stream().filter(outcome -> !outcome.notes().isEmpty()).forEach(outcome -> {
            text.append("\n").append(outcome.scenario()).append(":\n\n");
            outcome.notes().forEach(note -> text.append("- ").append(note).append('\n'));
        });
        return text.toString();
    }

    private static String row(Outcome outcome) {
        Findings found = outcome.findings();
        return "| %s | %d | %,d | %,d | %,d | %,d | %,d | %,d | %,d | %,d | %,d | %s |%n"
                .formatted(
                        outcome.scenario(),
                        outcome.rounds(),
                        found.answered(),
                        found.stored(),
                        found.arrived(),
                        found.doubles(),
                        found.unknown(),
                        found.refused(),
                        found.doubtful(),
                        found.events(),
                        found.hearings(),
                        found.isClean() ? "0" : "**" + found.violations().size() + "**");
    }
}
