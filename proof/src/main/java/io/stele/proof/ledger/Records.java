package io.stele.proof.ledger;

import io.stele.graphstub.json.Json;
import io.stele.graphstub.json.Members;
import io.stele.proof.verdict.Evidence.Event;
import io.stele.proof.verdict.Evidence.Hearing;
import io.stele.proof.verdict.Evidence.Written;
import io.stele.proof.verdict.Sending;
import io.stele.proof.verdict.Sending.Answered;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the ledgers of all but the provider: {@link ProviderLedger}. */
public final class Records {

    private static final long TAKEN = 200;
    private static final String PROGRESSED = "message_progressed";

    private Records() {}

    /** What senders have sent. */
    public static List<Sending> sendings(LedgerFile file) {
        Map<String, Intent> intents = new LinkedHashMap<>();
        Map<String, List<Answered>> answers = new HashMap<>();
        file.forEach(line -> {
            String text = line.text("text");
            if (line.text("kind").equals("intent")) {
                intents.merge(text, Intent.of(line), (first, _) -> first.again());
            } else {
                answers.computeIfAbsent(text, _ -> new ArrayList<>(1)).add(answered(line));
            }
        });
        List<Sending> sendings = new ArrayList<>();
        intents.forEach((text, intent) -> sendings.add(new Sending(
                text, intent.person(), intent.number(), intent.key(), intent.times(), answers.getOrDefault(text, List.of()))));
        return sendings;
    }

    /** What a client was about to send, so many times. */
    private record Intent(String person, long number, @Nullable String key, int times) {

        static Intent of(Members line) {
            return new Intent(line.text("person"), line.number("number", 0), line.optionalText("key"), 1);
        }

        Intent again() {
            return new Intent(person, number, key, times + 1);
        }
    }

    /** What customers have written. */
    public static List<Written> written(LedgerFile file) {
        Map<String, Boolean> taken = new LinkedHashMap<>();
        file.forEach(line -> taken.merge(line.text("text"), line.number("status", 0) == TAKEN, Boolean::logicalOr));
        return taken.entrySet().stream()
                .map(entry -> new Written(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** What a reader of the log has seen. */
    public static List<Event> events(LedgerFile file) {
        List<Event> events = new ArrayList<>();
        file.forEach(line -> {
            if (line.text("kind").equals("event")) {
                events.add(event(Objects.requireNonNull(line.optionalMembers("event"))));
            }
        });
        return events;
    }

    /** What the subscribers were told, each by its path. */
    public static List<Hearing> hearings(LedgerFile file, Map<String, String> subscribersByPath) {
        List<Hearing> hearings = new ArrayList<>();
        file.forEach(line -> {
            String subscriber = subscribersByPath.get(line.text("path", ""));
            if (subscriber != null) {
                Members headers = Objects.requireNonNull(line.optionalMembers("headers"));
                String text = line.text("body");
                Members body = Members.of(Json.read(text));
                hearings.add(headers.get("x-webhook-event") == null
                        ? chirp(subscriber, headers, body, text)
                        : kapso(subscriber, headers, body, text));
            }
        });
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
                // Few, of very many events.
                (type.equals(PROGRESSED) ? "message_" + event.text("status") : type).intern(),
                Map.copyOf(messages));
    }
}
