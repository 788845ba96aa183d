package io.stele.server.store.delivery;

import io.stele.core.identity.Ksuid;
import io.stele.core.message.Failure;
import io.stele.core.message.MessageId;
import io.stele.core.message.Status;
import io.stele.core.message.Timeline;
import io.stele.server.store.json.CircumstanceForm;
import io.stele.server.store.sql.Row;
import io.stele.server.store.sql.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Merges steps into their messages: never backwards, each moment once. Counts for each person what arrived and what did not. */
final class Progress {

    private record State(
            UUID project,
            Ksuid endpoint,
            UUID correspondence,
            Status status,
            Timeline timeline,
            @Nullable String failure,
            @Nullable String providerMessageId) {}

    private Progress() {}

    /**
     * Locks the correspondences of these messages, in the order in which everybody locks them. To be done before any lane or message is locked,
     * when steps may follow that tell of an arrival or a failure.
     */
    static void lockPeople(Session session, Collection<UUID> projects, Collection<MessageId> messages) {
        if (messages.isEmpty()) {
            return;
        }
        List<UUID> correspondences = session.list(
                row -> row.uuid("correspondence_id"),
                "select distinct correspondence_id from message where project_id = any(?) and id = any(?)",
                Set.copyOf(projects),
                messages.stream().map(MessageId::value).collect(Collectors.toSet()));
        session.list(
                row -> row.uuid("id"),
                "select id from correspondence where project_id = any(?) and id = any(?) order by id for update",
                Set.copyOf(projects),
                correspondences);
    }

    /** Merges the steps, in their order. */
    static void apply(Session session, List<Step> steps, Instant now) {
        if (steps.isEmpty()) {
            return;
        }
        Map<Ksuid, State> before = states(session, steps);
        Map<Ksuid, State> after = new TreeMap<>();
        for (Step step : steps) {
            Ksuid id = step.message().value();
            State state = after.getOrDefault(id, before.get(id));
            if (state != null && state.endpoint().equals(step.endpoint().value())) {
                after.put(id, merged(state, step));
            }
        }
        after.entrySet().removeIf(entry -> entry.getValue().equals(before.get(entry.getKey())));
        write(session, after, now);
        count(session, before, after);
    }

    private static Map<Ksuid, State> states(Session session, List<Step> steps) {
        Map<Ksuid, State> states = new HashMap<>();
        session.list(
                row -> states.put(row.ksuid("id"), state(row)),
                """
                select project_id, id, endpoint_id, correspondence_id, status, queued_at, sent_at, delivered_at, read_at, failed_at,
                failure, provider_message_id
                from message where project_id = any(?) and id = any(?) order by id for update""",
                steps.stream().map(step -> step.project().value()).collect(Collectors.toSet()),
                steps.stream().map(step -> step.message().value()).collect(Collectors.toSet()));
        return states;
    }

    private static State state(Row row) {
        return new State(
                row.uuid("project_id"),
                row.ksuid("endpoint_id"),
                row.uuid("correspondence_id"),
                row.constant("status", Status.class),
                new Timeline(
                        row.momentOrNull("queued_at"),
                        row.momentOrNull("sent_at"),
                        row.momentOrNull("delivered_at"),
                        row.momentOrNull("read_at"),
                        row.momentOrNull("failed_at")),
                row.textOrNull("failure"),
                row.textOrNull("provider_message_id"));
    }

    private static State merged(State state, Step step) {
        String provider = state.providerMessageId() == null ? step.providerMessageId() : state.providerMessageId();
        boolean tooLateToFail = step.status() == Status.FAILED && state.status().compareTo(Status.FAILED) >= 0;
        if (tooLateToFail || state.status() == Status.RECEIVED) {
            return new State(
                    state.project(),
                    state.endpoint(),
                    state.correspondence(),
                    state.status(),
                    state.timeline(),
                    state.failure(),
                    provider);
        }
        Failure failure = step.failure();
        return new State(
                state.project(),
                state.endpoint(),
                state.correspondence(),
                state.status().compareTo(step.status()) < 0 ? step.status() : state.status(),
                state.timeline().reached(step.status(), step.at()),
                failure == null ? state.failure() : CircumstanceForm.write(failure),
                provider);
    }

    private static void write(Session session, Map<Ksuid, State> after, Instant now) {
        session.batch(
                """
                update message set status = ?, sent_at = ?, delivered_at = ?, read_at = ?, failed_at = ?, failure = ?,
                provider_message_id = ?, updated_at = ?
                where project_id = ? and id = ?""",
                after.entrySet().stream()
                        .map(entry -> values(entry.getKey(), entry.getValue(), now))
                        .toList());
    }

    private static List<@Nullable Object> values(Ksuid id, State state, Instant now) {
        Timeline timeline = state.timeline();
        return Arrays.asList(
                state.status(),
                timeline.sentAt(),
                timeline.deliveredAt(),
                timeline.readAt(),
                timeline.failedAt(),
                state.failure(),
                state.providerMessageId(),
                now,
                state.project(),
                id);
    }

    private static void count(Session session, Map<Ksuid, State> before, Map<Ksuid, State> after) {
        List<List<Object>> delivered = new ArrayList<>();
        List<List<Object>> failed = new ArrayList<>();
        after.forEach((id, state) -> {
            State earlier = before.get(id);
            if (earlier != null && !isThere(earlier.status()) && isThere(state.status())) {
                delivered.add(List.of(state.project(), state.correspondence()));
            } else if (earlier != null && earlier.status() != Status.FAILED && state.status() == Status.FAILED) {
                failed.add(List.of(state.project(), state.correspondence()));
            }
        });
        count(session, "delivered", delivered);
        count(session, "failed", failed);
    }

    private static void count(Session session, String column, List<List<Object>> people) {
        Set<String> keys = new TreeSet<>();
        people.forEach(person -> keys.add(person.toString()));
        Map<String, List<List<Object>>> grouped =
                people.stream().collect(Collectors.groupingBy(List::toString));
        session.batch(
                "update correspondence set " + column + " = " + column + " + ? where project_id = ? and id = ?",
                keys.stream()
                        .map(key -> grouped.getOrDefault(key, List.of()))
                        .map(same -> List.of(same.size(), same.getFirst().get(0), same.getFirst().get(1)))
                        .toList());
    }

    private static boolean isThere(Status status) {
        return status == Status.DELIVERED || status == Status.READ;
    }
}
