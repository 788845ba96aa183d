package io.stele.proof.verdict;

import io.stele.proof.verdict.Evidence.Event;
import io.stele.proof.verdict.Evidence.Stored;
import io.stele.proof.verdict.Findings.Violation;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who reads by position gets every position from the first on, and no event twice; and of each message what has happened to it, each step once.
 */
final class EventCheck implements Verdict.Check {

    @Override
    public void look(Evidence evidence, Rules rules, List<Violation> violations) {
        positions(evidence.events(), violations);
        Map<String, Map<String, Integer>> steps = new HashMap<>();
        evidence.events().stream()
                .filter(event -> !event.message().isEmpty())
                .forEach(event -> steps.computeIfAbsent(event.message(), _ -> new HashMap<>())
                        .merge(event.type(), 1, Integer::sum));
        Set<String> known = new HashSet<>();
        for (Stored message : evidence.stored()) {
            known.add(message.id());
            message(message, steps.getOrDefault(message.id(), Map.of()), evidence, rules, violations);
        }
        steps.keySet().stream()
                .filter(id -> !known.contains(id))
                .forEach(id -> violations.add(new Violation("an event of a message that is not there", id)));
    }

    private static void positions(List<Event> events, List<Violation> violations) {
        Set<String> ids = new HashSet<>();
        long expected = 1;
        for (Event event : events) {
            if (event.position() != expected) {
                violations.add(new Violation(
                        event.position() > expected ? "a gap in the event log" : "an event was read twice",
                        "position " + event.position() + " instead of " + expected));
            }
            if (!ids.add(event.id())) {
                violations.add(new Violation("one event at two positions", event.id() + " at " + event.position()));
            }
            expected = event.position() + 1;
        }
    }

    private static void message(
            Stored message, Map<String, Integer> steps, Evidence evidence, Rules rules, List<Violation> violations) {
        steps.forEach((type, times) -> {
            if (times > 1) {
                violations.add(new Violation("an event happened twice", message.id() + " " + type + " × " + times));
            }
        });
        List<String> needed = message.inbound()
                ? List.of("message_received")
                : Verdict.isInDoubt(message, evidence, rules)
                        ? List.of("message_queued")
                        : List.of("message_queued", "message_" + message.status());
        needed.stream()
                .filter(type -> !steps.containsKey(type))
                .forEach(type -> violations.add(
                        new Violation("an event is missing", type + " of " + message.text() + " " + message.id())));
    }
}
