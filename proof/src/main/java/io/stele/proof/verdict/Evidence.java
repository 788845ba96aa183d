package io.stele.proof.verdict;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All ledgers of one scenario.
 *
 * @param sendings what clients have sent
 * @param written what people have written
 * @param stored what the server has, as it tells itself
 * @param found the ids that the server lists by each status by which it lists
 * @param arrivals what reached the provider, oldest first
 * @param reports what the provider has reported and was answered 200 for, by its name of the message
 * @param events what a reader of the log has seen, in its order
 * @param hearings what subscribers were told
 * @param subscribers who should hear what
 * @param cut texts that the provider did not take and of which it said nothing
 * @param disturbances when something was killed or cut
 */
public record Evidence(
        List<Sending> sendings,
        List<Written> written,
        List<Stored> stored,
        Map<String, List<String>> found,
        List<Arrival> arrivals,
        Map<String, Set<String>> reports,
        List<Event> events,
        List<Hearing> hearings,
        List<Subscriber> subscribers,
        Set<String> cut,
        List<Disturbance> disturbances) {

    /** @param taken whether it was answered 200 */
    public record Written(String text, boolean taken) {}

    public record Stored(String id, String text, String status, boolean inbound, Instant createdAt) {}

    /**
     * A message that the provider accepted.
     *
     * @param name by which the provider calls it
     * @param ambiguous whether it was answered in such a way that the server cannot know that it was accepted
     */
    public record Arrival(String text, Instant at, String name, boolean ambiguous) {}

    /**
     * An event of the log.
     *
     * @param type in the words of the log; a step of a message is named by the status that it came to, such as {@code message_sent}
     * @param messages the message's ids by API; empty for an event of something else
     */
    public record Event(long position, String id, String type, Map<String, String> messages) {

        /** The id that the first API shows, which is that of {@link Stored}. */
        public String message() {
            return messages.getOrDefault("zavu", "");
        }
    }

    /**
     * One delivery to a subscriber.
     *
     * @param eventId the same in each repetition
     * @param message its id in the words of the subscriber's API
     */
    public record Hearing(String subscriber, String eventId, String type, String message, String body) {}

    /**
     * Who is told of events.
     *
     * @param api whose ids it is told
     * @param types by type of the log the type that it is told; others it is not told
     * @param times how often it must be told of each at the least: twice, when it refuses everything once
     */
    public record Subscriber(String name, String api, Map<String, String> types, int times) {}

    /** Until {@code to} whatever was under way at {@code from} may have been lost on its way. */
    public record Disturbance(Instant from, Instant to) {}

    public Evidence {
        sendings = List.copyOf(sendings);
        written = List.copyOf(written);
        stored = List.copyOf(stored);
        found = Map.copyOf(found);
        arrivals = arrivals.stream().sorted(Comparator.comparing(Arrival::at)).toList();
        reports = Map.copyOf(reports);
        events = List.copyOf(events);
        hearings = List.copyOf(hearings);
        subscribers = List.copyOf(subscribers);
        cut = Set.copyOf(cut);
        disturbances = List.copyOf(disturbances);
    }

    /** Messages of the business by text. */
    Map<String, List<Stored>> storedByText() {
        return byText(false);
    }

    /** Messages of people by text. */
    Map<String, List<Stored>> heardByText() {
        return byText(true);
    }

    Map<String, List<Arrival>> arrivalsByText() {
        Map<String, List<Arrival>> byText = new LinkedHashMap<>();
        arrivals.forEach(each -> byText.computeIfAbsent(each.text(), _ -> new ArrayList<>()).add(each));
        return byText;
    }

    /** The last disturbance. */
    Optional<Instant> lastDisturbance() {
        return disturbances.stream().map(Disturbance::to).max(Comparator.naturalOrder());
    }

    private Map<String, List<Stored>> byText(boolean inbound) {
        Map<String, List<Stored>> byText = new HashMap<>();
        stored.stream()
                .filter(each -> each.inbound() == inbound)
                .forEach(each -> byText.computeIfAbsent(each.text(), _ -> new ArrayList<>()).add(each));
        return byText;
    }
}
