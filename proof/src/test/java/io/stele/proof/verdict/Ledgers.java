package io.stele.proof.verdict;

import io.stele.proof.verdict.Evidence.Arrival;
import io.stele.proof.verdict.Evidence.Disturbance;
import io.stele.proof.verdict.Evidence.Event;
import io.stele.proof.verdict.Evidence.Hearing;
import io.stele.proof.verdict.Evidence.Stored;
import io.stele.proof.verdict.Evidence.Subscriber;
import io.stele.proof.verdict.Evidence.Written;
import io.stele.proof.verdict.Sending.Answered;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Ledgers of two texts to one person and one text of that person, with which all is well; what is wrong is put in by tests. */
final class Ledgers {

    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    final List<Sending> sendings = new ArrayList<>();
    final List<Written> written = new ArrayList<>();
    final List<Stored> stored = new ArrayList<>();
    final Map<String, List<String>> found = new HashMap<>();
    final List<Arrival> arrivals = new ArrayList<>();
    final Map<String, Set<String>> reports = new HashMap<>();
    final List<Event> events = new ArrayList<>();
    final List<Hearing> hearings = new ArrayList<>();
    final List<Disturbance> disturbances = new ArrayList<>();

    final Set<String> cut = new HashSet<>();
    Subscriber subscriber =
            new Subscriber("shop", "chirp", Map.of("message_delivered", "told.delivered", "message_received", "told.received"), 1);

    Ledgers() {
        text("one", 1);
        text("two", 2);
        written.add(new Written("hello", true));
        stored.add(new Stored("id-hello", "hello", "received", true, START));
        found.put("received", new ArrayList<>(List.of("id-hello")));
        happens("hello", "message_received");
        hearings.add(hearing("hello", "told.received"));
    }

    Evidence evidence() {
        return new Evidence(
                sendings, written, stored, found, arrivals, reports, events, hearings, List.of(subscriber), cut, disturbances);
    }

    /** A text that goes all the way; its number is also its second. */
    void text(String text, int number) {
        sendings.add(sending(text, number, "key-" + text, good(text, number)));
        stored.add(stored(text, "delivered"));
        found.computeIfAbsent("delivered", _ -> new ArrayList<>()).add("id-" + text);
        arrivals.add(arrival(text, number, "wamid-" + text));
        reports.put("wamid-" + text, Set.of("sent", "delivered"));
        happens(text, "message_queued");
        happens(text, "message_sent");
        happens(text, "message_delivered");
        hearings.add(hearing(text, "told.delivered"));
    }

    void happens(String text, String type) {
        events.add(event(events.size() + 1, text, type));
    }

    static Event event(long position, String text, String type) {
        return new Event(position, "event-" + position, type, Map.of("zavu", "id-" + text, "chirp", "chirp-" + text));
    }

    static Stored stored(String text, String status) {
        return new Stored("id-" + text, text, status, false, START);
    }

    static Sending sending(String text, int number, String key, Answered... answers) {
        return new Sending(text, "15550100777", number, key, answers.length, List.of(answers));
    }

    static Answered good(String text, int second) {
        return new Answered(at(second), 202, "id-" + text, true, "", "");
    }

    static Answered refused(int status, boolean envelope) {
        return new Answered(at(9), status, "", envelope, "", "no");
    }

    static Arrival arrival(String text, int second, String name) {
        return new Arrival(text, at(second), name, false);
    }

    static Hearing hearing(String text, String type) {
        return new Hearing("shop", "told-" + type + text, type, "chirp-" + text, "words of " + text);
    }

    static Instant at(int second) {
        return START.plus(Duration.ofSeconds(second));
    }
}
