package io.stele.proof.verdict;

import io.stele.proof.verdict.Evidence.Event;
import io.stele.proof.verdict.Evidence.Hearing;
import io.stele.proof.verdict.Evidence.Subscriber;
import io.stele.proof.verdict.Findings.Violation;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every event of the log has come to each who subscribes to it, at least once, and each time with the same id and the same words. */
final class WebhookCheck implements Verdict.Check {

    private record What(String type, String message) {}

    @Override
    public void look(Evidence evidence, Rules rules, List<Violation> violations) {
        evidence.subscribers().forEach(subscriber -> subscriber(subscriber, evidence, violations));
    }

    private static void subscriber(Subscriber subscriber, Evidence evidence, List<Violation> violations) {
        Map<String, String> bodies = new HashMap<>();
        Map<What, Set<String>> ids = new HashMap<>();
        Map<What, Integer> times = new HashMap<>();
        for (Hearing hearing : evidence.hearings()) {
            if (hearing.subscriber().equals(subscriber.name())) {
                String earlier = bodies.putIfAbsent(hearing.eventId(), hearing.body());
                if (earlier != null && !earlier.equals(hearing.body())) {
                    violations.add(new Violation(
                            "a repetition with other words", subscriber.name() + " " + hearing.eventId()));
                }
                What what = new What(hearing.type(), hearing.message());
                ids.computeIfAbsent(what, _ -> new HashSet<>()).add(hearing.eventId());
                times.merge(what, 1, Integer::sum);
            }
        }
        ids.forEach((what, several) -> {
            if (several.size() > 1) {
                violations.add(new Violation(
                        "one event with several ids",
                        subscriber.name() + " " + what.type() + " " + what.message() + " " + several));
            }
        });
        for (Event event : evidence.events()) {
            String type = subscriber.types().get(event.type());
            String message = event.messages().get(subscriber.api());
            int told = type == null || message == null
                    ? subscriber.times()
                    : times.getOrDefault(new What(type, message), 0);
            if (told < subscriber.times()) {
                violations.add(new Violation(
                        told == 0 ? "a subscriber was not told" : "a subscriber was not told again after it had refused",
                        subscriber.name() + " " + type + " " + message + " (" + event.position() + ")"));
            }
        }
    }
}
