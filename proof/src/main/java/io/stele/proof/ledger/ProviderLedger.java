package io.stele.proof.ledger;

import io.stele.graphstub.json.Json;
import io.stele.graphstub.json.Members;
import io.stele.proof.verdict.Evidence.Arrival;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the stand-in of Graph has written down. */
public final class ProviderLedger {

    private static final long TAKEN = 200;
    private static final long LATE_MILLIS = 15_000;
    private static final long OUT_OF_SERVICE = 503;

    private final List<Arrival> arrivals = new ArrayList<>();
    private final Set<String> cut = new HashSet<>();
    private final Map<String, Set<String>> reports = new HashMap<>();

    private ProviderLedger() {}

    /** Reads it, as far as it is written. */
    public static ProviderLedger read(LedgerFile file) {
        ProviderLedger ledger = new ProviderLedger();
        file.forEach(ledger::read);
        return ledger;
    }

    /** What has reached the provider, oldest first. */
    public List<Arrival> arrivals() {
        return arrivals;
    }

    /** Texts of which the provider took nothing and said nothing, at least once. */
    public Set<String> cut() {
        return cut;
    }

    /** By the provider's name of the message what it has reported and was answered for. */
    public Map<String, Set<String>> reports() {
        return reports;
    }

    private void read(Members line) {
        String verdict = line.text("verdict", "");
        if (line.text("endpoint", "").equals("messages") && verdict.equals("accepted")) {
            arrivals.add(new Arrival(
                    text(line),
                    Instant.parse(line.text("at")),
                    line.text("wamid"),
                    isAmbiguous(line.optionalMembers("fault"))));
        } else if (verdict.equals("faulted") && !isRefusal(Objects.requireNonNull(line.optionalMembers("fault")))) {
            cut.add(text(line));
        } else if (line.text("kind").equals("callback") && line.number("status", 0) == TAKEN) {
            body(line).listOfMembers("entry").stream()
                    .flatMap(entry -> entry.listOfMembers("changes").stream())
                    .map(change -> Objects.requireNonNull(change.optionalMembers("value")))
                    .flatMap(value -> value.listOfMembers("statuses").stream())
                    .forEach(status -> reports.computeIfAbsent(status.text("id"), _ -> new HashSet<>())
                            .add(status.text("status").intern()));
        }
    }

    /** Whether a message that was taken was not answered for in time, or not in full. */
    private static boolean isAmbiguous(@Nullable Members fault) {
        return fault != null
                && !(fault.text("ending").equals("ANSWER") && fault.number("delay_millis", 0) < LATE_MILLIS);
    }

    /** A gateway that says that it got no good answer does not say that the message was not taken; one that is out of service does. */
    private static boolean isRefusal(Members fault) {
        String ending = fault.text("ending");
        return ending.equals("ERROR") || ending.equals("PAGE") && fault.number("status", 0) == OUT_OF_SERVICE;
    }

    private static String text(Members line) {
        return Objects.requireNonNull(body(line).optionalMembers("text")).text("body");
    }

    private static Members body(Members line) {
        return Members.of(Json.read(line.text("body")));
    }
}
