package io.stele.proof.verdict;

import io.stele.proof.verdict.Evidence.Arrival;
import io.stele.proof.verdict.Findings.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What one person gets has first reached the provider in the order in which it was sent. Excused is what was under way at a disturbance, or was cut
 * by the provider: it gives up its place, and comes a minute later if no receipt comes before.
 */
final class OrderCheck implements Verdict.Check {

    /** A little less than Stele waits for a receipt. */
    private static final Duration DOUBT = Duration.ofSeconds(55);

    private record Step(Sending sending, Instant arrived) {}

    @Override
    public void look(Evidence evidence, Rules rules, List<Violation> violations) {
        if (!rules.ordered()) {
            return;
        }
        Map<String, Instant> first = new HashMap<>();
        evidence.arrivals().stream()
                .sorted(Comparator.comparing(Arrival::at))
                .forEach(arrival -> first.putIfAbsent(arrival.text(), arrival.at()));
        Map<String, List<Step>> byPerson = evidence.sendings().stream()
                .filter(sending -> sending.isAccepted() && !evidence.cut().contains(sending.text()) && first.containsKey(sending.text()))
                .sorted(Comparator.comparingLong(Sending::number))
                .map(sending -> new Step(sending, first.getOrDefault(sending.text(), Instant.MAX)))
                .filter(step -> !wasInDoubt(step, evidence))
                .collect(Collectors.groupingBy(step -> step.sending().person()));
        byPerson.forEach((person, steps) -> {
            for (int i = 1; i < steps.size(); i++) {
                Step before = steps.get(i - 1);
                Step after = steps.get(i);
                if (after.arrived().isBefore(before.arrived())) {
                    violations.add(new Violation(
                            "out of order",
                            person + ": " + after.sending().text() + " at " + after.arrived() + ", "
                                    + before.sending().text() + " at " + before.arrived()));
                }
            }
        });
    }

    private static boolean wasInDoubt(Step step, Evidence evidence) {
        Instant accepted = step.sending().acceptedAt().orElse(Instant.MAX);
        return evidence.disturbances().stream()
                .anyMatch(disturbance -> !disturbance.to().isBefore(accepted)
                        && step.arrived().isAfter(disturbance.from().plus(DOUBT)));
    }
}
