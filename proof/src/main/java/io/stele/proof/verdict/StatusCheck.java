package io.stele.proof.verdict;

import io.stele.proof.verdict.Evidence.Arrival;
import io.stele.proof.verdict.Evidence.Stored;
import io.stele.proof.verdict.Findings.Violation;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Each message's status is the furthest that the provider has reported of it, or sent, when it took it and never reported anything. A list by a status has the
 * messages that are in it, each once, and no others.
 */
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
        evidence.found().forEach((status, ids) -> found(status, ids, evidence, violations));
    }

    private static void found(String status, List<String> ids, Evidence evidence, List<Violation> violations) {
        Set<String> once = new HashSet<>();
        ids.stream()
                .filter(id -> !once.add(id))
                .forEach(id -> violations.add(new Violation("found twice by its status", status + " " + id)));
        Set<String> expected = evidence.stored().stream()
                .filter(message -> message.status().equals(status))
                .map(Stored::id)
                .collect(Collectors.toSet());
        expected.stream()
                .filter(id -> !once.contains(id))
                .forEach(id -> violations.add(new Violation("not found by its status", status + " " + id)));
        once.stream()
                .filter(id -> !expected.contains(id))
                .forEach(id -> violations.add(new Violation("found by another status than its own", status + " " + id)));
    }

    private static String expected(List<Arrival> times, Evidence evidence) {
        Set<String> reported = times.stream()
                .flatMap(each -> evidence.reports().getOrDefault(each.name(), Set.of()).stream())
                .collect(Collectors.toSet());
        return COURSE.reversed().stream().filter(reported::contains).findFirst().orElse("sent");
    }
}
