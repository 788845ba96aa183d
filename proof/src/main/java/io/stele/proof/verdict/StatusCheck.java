package io.stele.proof.verdict;

import io.stele.proof.verdict.Evidence.Arrival;
import io.stele.proof.verdict.Evidence.Stored;
import io.stele.proof.verdict.Findings.Violation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Each message's status is the furthest that the provider has reported of it, or sent, when it took it and never reported anything. */
final class StatusCheck implements Verdict.Check {

    private static final List<String> COURSE = List.of("sent", "delivered", "read");

    @Override
    public void look(Evidence evidence, Rules rules, List<Violation> violations) {
        Map<String, List<Arrival>> arrivals = evidence.arrivalsByText();
        evidence.stored().stream()
                .filter(message -> !message.inbound() && !Verdict.isInDoubt(message, evidence, rules))
                .forEach(message -> {
                    List<Arrival> times = arrivals.getOrDefault(message.text(), List.of());
                    String expected = expected(times, evidence);
                    if (!times.isEmpty() && !message.status().equals(expected)) {
                        violations.add(new Violation(
                                "another status than the provider reported",
                                message.text() + " " + message.id() + " is " + message.status() + ", not " + expected));
                    }
                });
    }

    private static String expected(List<Arrival> times, Evidence evidence) {
        Set<String> reported = times.stream()
                .flatMap(each -> evidence.reports().getOrDefault(each.name(), Set.of()).stream())
                .collect(Collectors.toSet());
        return COURSE.reversed().stream().filter(reported::contains).findFirst().orElse("sent");
    }
}
