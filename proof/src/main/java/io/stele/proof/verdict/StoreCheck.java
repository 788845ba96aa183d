package io.stele.proof.verdict;

import io.stele.proof.verdict.Evidence.Stored;
import io.stele.proof.verdict.Evidence.Written;
import io.stele.proof.verdict.Findings.Violation;
import io.stele.proof.verdict.Sending.Answered;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What was answered with success is in the store once, under the id that was told; what was refused is not there; of what nobody knows
 * there is one at the most; and there is nothing that nobody sent. One key is one message. Refusals are in the form of the API.
 */
final class StoreCheck implements Verdict.Check {

    @Override
    public void look(Evidence evidence, Rules rules, List<Violation> violations) {
        Map<String, List<Stored>> stored = evidence.storedByText();
        Set<String> known = new HashSet<>();
        for (Sending sending : evidence.sendings()) {
            known.add(sending.text());
            sending(sending, stored.getOrDefault(sending.text(), List.of()), violations);
        }
        stored.keySet().stream()
                .filter(text -> !known.contains(text))
                .forEach(text -> violations.add(new Violation("stored, though nobody sent it", text)));
        inbound(evidence, violations);
    }

    private static void sending(Sending sending, List<Stored> stored, List<Violation> violations) {
        String what = sending.text() + " " + stored.stream().map(Stored::id).toList();
        if (sending.isAccepted() && stored.isEmpty()) {
            violations.add(new Violation("lost: answered with success, not in the store", what));
        }
        if (stored.size() > 1) {
            violations.add(new Violation(
                    sending.key() == null ? "stored twice, though sent once" : "one key, several messages", what));
        }
        if (!sending.isAccepted() && !sending.isUnknown() && !stored.isEmpty()) {
            violations.add(new Violation("stored, though it was refused", what));
        }
        Set<String> ids = sending.answers().stream()
                .filter(Answered::isGood)
                .map(Answered::id)
                .collect(Collectors.toSet());
        if (ids.size() > 1) {
            violations.add(new Violation("one key, several ids", sending.text() + " " + ids));
        }
        sending.answers().stream()
                .filter(answer -> answer.status() != 0 && !answer.isGood() && !answer.envelope())
                .forEach(answer -> violations.add(new Violation(
                        "refused in another form than the API's",
                        sending.text() + " " + answer.status() + " " + answer.said())));
    }

    private static void inbound(Evidence evidence, List<Violation> violations) {
        Map<String, List<Stored>> heard = evidence.heardByText();
        Set<String> known = new HashSet<>();
        for (Written written : evidence.written()) {
            known.add(written.text());
            int times = heard.getOrDefault(written.text(), List.of()).size();
            if (written.taken() && times == 0) {
                violations.add(new Violation("lost: a customer's message that was answered 200", written.text()));
            }
            if (times > 1) {
                violations.add(new Violation("a customer's message is stored twice", written.text()));
            }
        }
        heard.keySet().stream()
                .filter(text -> !known.contains(text))
                .forEach(text -> violations.add(new Violation("heard, though nobody wrote it", text)));
    }
}
