package io.stele.proof.ledger;

import io.stele.graphstub.json.Json;
import io.stele.graphstub.json.Members;
import io.stele.proof.verdict.Evidence.Arrival;
import io.stele.proof.verdict.Evidence.Event;
import io.stele.proof.verdict.Evidence.Hearing;
import io.stele.proof.verdict.Evidence.Written;
import io.stele.proof.verdict.Sending;
import io.stele.proof.verdict.Sending.Answered;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads ledgers. */
public final class Records {

    private static final long TAKEN = 200;
    private static final long LATE_MILLIS = 15_000;
    private static final long OUT_OF_SERVICE = 503;
    private static final String PROGRESSED = "message_progressed";

    private Records() {}

    /** What senders have sent. */
    public static List<Sending> sendings(LedgerFile file) {
        Map<String, Members> intents = new LinkedHashMap<>();
        Map<String, Integer> times = new HashMap<>();
        Map<String, List<Answered>> answers = new HashMap<>();
        for (Members line : file.lines()) {
            String text = line.text("text");
            if (line.text("kind").equals("intent")) {
                intents.putIfAbsent(text, line);
                times.merge(text, 1, Integer::sum);
            } else {
                answers.computeIfAbsent(text, _ -> new ArrayList<>()).add(answered(line));
            }
        }
        return intents.entrySet().stream()
                .map(entry -> new Sending(
                        entry.getKey(),
                        entry.getValue().text("person"),
                        entry.getValue().number("number", 0),
                        entry.getValue().optionalText("key"),
                        times.getOrDefault(entry.getKey(), 0),
                        answers.getOrDefault(entry.getKey(), List.of())))
                .toList();
    }

    /** What customers have written. */
    public static List<Written> written(LedgerFile file) {
        Map<String, Boolean> taken = new LinkedHashMap<>();
        for (Members line : file.lines()) {
            taken.merge(line.text("text"), line.number("status", 0) == TAKEN, Boolean::logicalOr);
        }
        return taken.entrySet().stream()
                .map(entry -> new Written(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** What a reader of the log has seen. */
    public static List<Event> events(LedgerFile file) {
        return file.lines().stream()
                .filter(line -> line.text("kind").equals("event"))
                .map(line -> event(Objects.requireNonNull(line.optionalMembers("event"))))
                .toList();
    }

    /** What has reached the provider. */
    public static List<Arrival> arrivals(List<Members> lines) {
        return lines.stream()
                .filter(line -> line.text("endpoint", "").equals("messages")
                        && line.text("verdict", "").equals("accepted"))
                .map(line -> new Arrival(
                        text(Members.of(Json.read(line.text("body")))),
                        Instant.parse(line.text("at")),
                        line.text("wamid"),
                        isAmbiguous(line.optionalMembers("fault"))))
                .toList();
    }

    /** Whether a message that was taken was not answered for in time, or not in full. */
    private static boolean isAmbiguous(@Nullable Members fault) {
        return fault != null
                && !(fault.text("ending").equals("ANSWER") && fault.number("delay_millis", 0) < LATE_MILLIS);
    }

    /** Texts of which the provider took nothing and said nothing, at least once. */
    public static Set<String> cut(List<Members> lines) {
        return lines.stream()
                .filter(line -> line.text("verdict", "").equals("faulted"))
                .filter(line -> !isRefusal(Objects.requireNonNull(line.optionalMembers("fault"))))
                .map(line -> text(Members.of(Json.read(line.text("body")))))
                .collect(Collectors.toSet());
    }

    /** A gateway that says that it got no good answer does not say that the message was not taken; one that is out of service does. */
    private static boolean isRefusal(Members fault) {
        String ending = fault.text("ending");
        return ending.equals("ERROR") || ending.equals("PAGE") && fault.number("status", 0) == OUT_OF_SERVICE;
    }

    /** By the provider's name of the message what it has reported and was answered for. */
    public static Map<String, Set<String>> reports(List<Members> lines) {
        Map<String, Set<String>> reports = new HashMap<>();
        lines.stream()
                .filter(line -> line.text("kind").equals("callback") && line.number("status", 0) == TAKEN)
                .flatMap(line -> Members.of(Json.read(line.text("body"))).listOfMembers("entry").stream())
                .flatMap(entry -> entry.listOfMembers("changes").stream())
                .map(change -> Objects.requireNonNull(change.optionalMembers("value")))
                .flatMap(value -> value.listOfMembers("statuses").stream())
                .forEach(status -> reports.computeIfAbsent(status.text("id"), _ -> new HashSet<>())
                        .add(status.text("status")));
        return reports;
    }

    /** What the subscribers were told, each by its path. */
    public static List<Hearing> hearings(LedgerFile file, Map<String, String> subscribersByPath) {
        List<Hearing> hearings = new ArrayList<>();
        for (Members line : file.lines()) {
            String subscriber = subscribersByPath.get(line.text("path", ""));
            if (subscriber != null) {
                Members headers = Objects.requireNonNull(line.optionalMembers("headers"));
                String text = line.text("body");
                Members body = Members.of(Json.read(text));
                hearings.add(headers.get("x-webhook-event") == null
                        ? chirp(subscriber, headers, body, text)
                        : kapso(subscriber, headers, body, text));
            }
        }
        return hearings;
    }

    private static Hearing kapso(String subscriber, Members headers, Members body, String text) {
        return new Hearing(
                subscriber,
                headers.text("x-idempotency-key"),
                headers.text("x-webhook-event"),
                Objects.requireNonNull(body.optionalMembers("message")).text("id"),
                text);
    }

    private static Hearing chirp(String subscriber, Members headers, Members body, String text) {
        Members data = Objects.requireNonNull(body.optionalMembers("data"));
        return new Hearing(
                subscriber,
                headers.text("webhook-id"),
                body.text("event"),
                Objects.requireNonNull(data.optionalMembers("message")).text("id"),
                text);
    }

    private static Answered answered(Members line) {
        return new Answered(
                Instant.parse(line.text("at")),
                (int) line.number("status", 0),
                line.text("id", ""),
                line.flag("envelope", true),
                line.text("retry_after", ""),
                line.text("said", ""));
    }

    private static Event event(Members event) {
        Map<String, String> messages = new HashMap<>();
        Members message = event.optionalMembers("message");
        if (message != null) {
            message.all().forEach((api, id) -> messages.put(api, String.valueOf(id)));
        }
        String type = event.text("type");
        return new Event(
                event.number("position", 0),
                event.text("id"),
                type.equals(PROGRESSED) ? "message_" + event.text("status") : type,
                messages);
    }

    private static String text(Members body) {
        return Objects.requireNonNull(body.optionalMembers("text")).text("body");
    }
}
