package io.stele.proof.verdict;

import io.stele.proof.verdict.Findings.Violation;
import io.stele.proof.verdict.Sending.Answered;
import java.util.List;
import java.util.Set;

/** How a server refuses what is too much for it: with 429 or 503, and with how long to wait. */
public final class Manners {

    private static final Set<Integer> BUSY = Set.of(429, 503);

    private Manners() {}

    /** Sends that were answered otherwise, or not at all. */
    public static List<Violation> violations(Evidence evidence) {
        return evidence.sendings().stream()
                .filter(sending -> !sending.isAccepted())
                .filter(sending -> sending.answers().isEmpty() || !sending.answers().stream().allMatch(Manners::isPolite))
                .map(sending -> new Violation(
                        "refused without 429 or 503 and Retry-After", sending.text() + " " + sending.answers()))
                .toList();
    }

    private static boolean isPolite(Answered answer) {
        return BUSY.contains(answer.status()) && !answer.retryAfter().isEmpty();
    }
}
