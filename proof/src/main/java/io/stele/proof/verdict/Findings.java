package io.stele.proof.verdict;

import java.util.ArrayList;
import java.util.List;

/**
 * What a comparison of ledgers has found.
 *
 * @param answered texts that were answered with success
 * @param stored messages of the business that the server has
 * @param arrived texts that have reached the provider
 * @param doubles texts that have reached it more than once, each with a reason
 * @param unknown texts of which the client was never told anything
 * @param refused texts that were refused
 * @param doubtful messages that are still in doubt
 * @param events how many the log has
 * @param hearings how many deliveries of webhooks there were
 * @param violations what must not be
 */
public record Findings(
        long answered,
        long stored,
        long arrived,
        long doubles,
        long unknown,
        long refused,
        long doubtful,
        long events,
        long hearings,
        List<Violation> violations) {

    public Findings {
        violations = List.copyOf(violations);
    }

    /** @param rule what was broken, in a few words */
    public record Violation(String rule, String what) {
        @Override
        public String toString() {
            return rule + ": " + what;
        }
    }

    public boolean isClean() {
        return violations.isEmpty();
    }

    /** The same with something more that must not be. */
    public Findings with(List<Violation> further) {
        List<Violation> all = new ArrayList<>(violations);
        all.addAll(further);
        return new Findings(answered, stored, arrived, doubles, unknown, refused, doubtful, events, hearings, all);
    }
}
