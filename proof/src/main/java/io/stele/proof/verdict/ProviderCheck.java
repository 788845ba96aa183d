package io.stele.proof.verdict;

import io.stele.proof.verdict.Evidence.Arrival;
import io.stele.proof.verdict.Evidence.Disturbance;
import io.stele.proof.verdict.Evidence.Stored;
import io.stele.proof.verdict.Findings.Violation;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Every message has reached the provider; more than once only if the server could not know of the time before: its answer was cut or late, or
 * something was killed soon after it arrived. And nothing has reached it that is not in the store.
 */
final class ProviderCheck implements Verdict.Check {

    /** Within which an answer of the provider is written down, on a slow machine under load. */
    private static final Duration ANSWER = Duration.ofSeconds(20);

    @Override
    public void look(Evidence evidence, Rules rules, List<Violation> violations) {
        Map<String, List<Arrival>> arrivals = evidence.arrivalsByText();
        Map<String, List<Stored>> stored = evidence.storedByText();
        stored.forEach((text, messages) -> messages.stream()
                .filter(message -> !arrivals.containsKey(text) && !Verdict.isInDoubt(message, evidence, rules))
                .forEach(message -> violations.add(
                        new Violation("never reached the provider", text + " " + message.id() + " " + message.status()))));
        arrivals.forEach((text, times) -> {
            if (!stored.containsKey(text)) {
                violations.add(new Violation("reached the provider, not in the store", text));
            }
            for (int i = 1; i < times.size(); i++) {
                if (!isExcused(times.get(i - 1), times.get(i), evidence)) {
                    violations.add(new Violation(
                            "reached the provider twice without need",
                            text + " " + times.stream().map(each -> each.name() + " at " + each.at()).toList()));
                }
            }
        });
    }

    private static boolean isExcused(Arrival first, Arrival second, Evidence evidence) {
        return first.ambiguous()
                || evidence.disturbances().stream().anyMatch(disturbance -> isBetween(first, disturbance, second));
    }

    private static boolean isBetween(Arrival first, Disturbance disturbance, Arrival second) {
        return !first.at().isBefore(disturbance.from().minus(ANSWER))
                && !first.at().isAfter(disturbance.to())
                && second.at().isAfter(disturbance.from());
    }
}
