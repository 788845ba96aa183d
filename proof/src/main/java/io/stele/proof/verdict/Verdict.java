package io.stele.proof.verdict;

import io.stele.proof.verdict.Evidence.Arrival;
import io.stele.proof.verdict.Evidence.Stored;
import io.stele.proof.verdict.Findings.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Compares the ledgers of a scenario. */
public final class Verdict {

    private static final List<Check> CHECKS = List.of(
            new StoreCheck(), new ProviderCheck(), new StatusCheck(), new EventCheck(), new WebhookCheck(), new OrderCheck());

    private Verdict() {}

    /** One thing that is asked of ledgers. */
    interface Check {

        /** Adds what must not be. */
        void look(Evidence evidence, Rules rules, List<Violation> violations);
    }

    /** What the ledgers tell. */
    public static Findings of(Evidence evidence, Rules rules) {
        List<Violation> violations = new ArrayList<>();
        CHECKS.forEach(check -> check.look(evidence, rules, violations));
        Map<String, List<Arrival>> arrivals = evidence.arrivalsByText();
        return new Findings(
                evidence.sendings().stream().filter(Sending::isAccepted).count(),
                evidence.stored().stream().filter(each -> !each.inbound()).count(),
                arrivals.size(),
                arrivals.values().stream().filter(each -> each.size() > 1).count(),
                evidence.sendings().stream().filter(Sending::isUnknown).count(),
                evidence.sendings().stream()
                        .filter(each -> !each.isAccepted() && !each.isUnknown())
                        .count(),
                evidence.stored().stream().filter(each -> isInDoubt(each, evidence, rules)).count(),
                evidence.events().size(),
                evidence.hearings().size(),
                violations);
    }

    /** Whether a message may be as it is because it was under way at a disturbance. */
    static boolean isInDoubt(Stored message, Evidence evidence, Rules rules) {
        return !rules.doubtsEnd()
                && !message.inbound()
                && message.status().equals("sending")
                && evidence.lastDisturbance().filter(message.createdAt()::isBefore).isPresent();
    }
}
