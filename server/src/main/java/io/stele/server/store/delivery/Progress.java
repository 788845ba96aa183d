package io.stele.server.store.delivery;

import io.stele.core.channel.EndpointId;
import io.stele.core.contact.MarketingPreference;
import io.stele.core.event.MessagePlayed;
import io.stele.core.event.MessageProgressed;
import io.stele.core.identity.Ksuid;
import io.stele.core.message.Failure;
import io.stele.core.message.MessageId;
import io.stele.core.message.Status;
import io.stele.core.message.Timeline;
import io.stele.core.project.ProjectId;
import io.stele.core.project.Scope;
import io.stele.server.store.event.NewEvents;
import io.stele.server.store.json.ChannelDetailsForm;
import io.stele.server.store.json.CircumstanceForm;
import io.stele.server.store.people.Acquaintance;
import io.stele.server.store.people.Preferences;
import io.stele.server.store.people.Scopes;
import io.stele.server.store.sql.Keys;
import io.stele.server.store.sql.Row;
import io.stele.server.store.sql.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Merges steps into their messages: never backwards, each moment once. Counts for each person what arrived and what did not. */
final class Progress {

    /** @param playedAt when the message was listened to, where that is news; else null */
    private record State(
            Scope scope,
            Ksuid endpoint,
            UUID correspondence,
            Status status,
            Timeline timeline,
            @Nullable String failure,
            @Nullable String providerMessageId,
            @Nullable String reports,
            @Nullable MessageId continues,
            @Nullable MessageId continuedBy,
            @Nullable Instant playedAt) {

        /** This, of a message that goes on with that one. */
        State goingOnWith(MessageId next) {
            return new State(
                    scope, endpoint, correspondence, status, timeline, failure, providerMessageId, reports, continues, next,
                    playedAt);
        }
    }

    /** The steps of a message that goes well, as they are told. */
    private static final List<Status> STEPS = List.of(Status.SENT, Status.DELIVERED, Status.READ);

    private Progress() {}

    /**
     * Steps that change something.
     *
     * @param people the correspondences of their messages: to be locked before any lane or message is, since what arrives and what fails is counted there
     */
    record News(List<Step> steps, List<Acquaintance.Id> people) {}

    /**
     * Leaves out the steps of messages that know all of them, which is what happens to every second receipt. Nothing is locked for that: what a message knows it
     * does not forget.
     */
    static News news(Session session, List<Step> steps) {
        Map<Ksuid, State> before = states(session, steps, "");
        Map<Ksuid, State> changing = merged(before, steps);
        changing.entrySet().removeIf(entry -> isTold(before.get(entry.getKey()), entry.getValue()));
        return new News(
                steps.stream()
                        .filter(step -> changing.containsKey(step.message().value()))
                        .toList(),
                changing.values().stream()
                        .map(state -> new Acquaintance.Id(state.scope().project(), state.correspondence()))
                        .toList());
    }

    /** Whether there is no news. To hear of a message that may not have been sent is always news, since its doubt ends. */
    private static boolean isTold(@Nullable State before, State after) {
        return after.equals(before) && after.status().compareTo(Status.SENT) >= 0;
    }

    /** Merges the steps, in their order. */
    static void apply(Session session, List<Step> steps, Instant now) {
        apply(session, steps, Map.of(), now);
    }

    /**
     * Merges the steps, in their order.
     *
     * @param continuations with which messages those go on that fail by it
     * @return the messages that have failed by it and go on
     */
    static Set<MessageId> apply(
            Session session, List<Step> steps, Map<MessageId, MessageId> continuations, Instant now) {
        if (steps.isEmpty()) {
            return Set.of();
        }
        Map<Ksuid, State> before = states(session, steps, " for update");
        Map<Ksuid, State> after = merged(before, steps);
        after.entrySet().removeIf(entry -> entry.getValue().equals(before.get(entry.getKey())));
        Set<MessageId> continued = goOn(before, after, continuations);
        write(session, after, now);
        count(session, before, after);
        tell(session, before, after, now);
        return continued;
    }

    /** Marks those that fail, and go on. */
    private static Set<MessageId> goOn(
            Map<Ksuid, State> before, Map<Ksuid, State> after, Map<MessageId, MessageId> continuations) {
        Set<MessageId> continued = new HashSet<>();
        after.replaceAll((id, state) -> {
            MessageId next = continuations.get(new MessageId(id));
            if (next == null || !hasFailed(before.get(id), state)) {
                return state;
            }
            continued.add(new MessageId(id));
            return state.goingOnWith(next);
        });
        return continued;
    }

    /** @param locking how the messages are locked; empty when they are not */
    private static Map<Ksuid, State> states(Session session, List<Step> steps, String locking) {
        Map<Ksuid, State> states = new HashMap<>();
        List<Step> sorted = new ArrayList<>(new TreeMap<>(steps.stream()
                        .collect(Collectors.toMap(step -> step.message().value(), step -> step, (one, same) -> one)))
                .values());
        session.each(
                row -> states.put(row.ksuid("id"), state(row)),
                new Keys(sorted.stream()
                        .map(step -> List.of(step.project().value(), step.message().value()))
                        .toList()),
                """
                select project_id, mode, id, endpoint_id, correspondence_id, status, queued_at, sent_at, delivered_at, read_at,
                       failed_at, failure, provider_message_id, reports, continues, continued_by
                from message where (project_id, id) in :keys order by id"""
                        + locking);
        return states;
    }

    private static State state(Row row) {
        return new State(
                Scopes.read(row),
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
                row.textOrNull("provider_message_id"),
                row.textOrNull("reports"),
                id(row, "continues"),
                id(row, "continued_by"),
                null);
    }

    private static @Nullable MessageId id(Row row, String column) {
        Ksuid id = row.ksuidOrNull(column);
        return id == null ? null : new MessageId(id);
    }

    /** What the messages are after the steps, each as far as it is there and went through the endpoint that tells of it. */
    private static Map<Ksuid, State> merged(Map<Ksuid, State> before, List<Step> steps) {
        Map<Ksuid, State> after = new TreeMap<>();
        for (Step step : steps) {
            Ksuid id = step.message().value();
            State state = after.getOrDefault(id, before.get(id));
            if (state != null && state.endpoint().equals(step.endpoint().value())) {
                after.put(id, merged(state, step));
            }
        }
        return after;
    }

    private static State merged(State state, Step step) {
        String provider = state.providerMessageId() == null ? step.providerMessageId() : state.providerMessageId();
        String reports = ChannelDetailsForm.with(state.reports(), step.details());
        boolean tooLateToFail = step.status() == Status.FAILED && state.status().compareTo(Status.FAILED) >= 0;
        if (tooLateToFail || state.status() == Status.RECEIVED) {
            return new State(
                    state.scope(),
                    state.endpoint(),
                    state.correspondence(),
                    state.status(),
                    state.timeline(),
                    state.failure(),
                    provider,
                    reports,
                    state.continues(),
                    state.continuedBy(),
                    state.playedAt());
        }
        Failure failure = step.failure();
        return new State(
                state.scope(),
                state.endpoint(),
                state.correspondence(),
                state.status().compareTo(step.status()) < 0 ? step.status() : state.status(),
                state.timeline().reached(step.status(), step.at()),
                failure == null ? state.failure() : CircumstanceForm.write(failure),
                provider,
                reports,
                state.continues(),
                state.continuedBy(),
                step.played() && !Objects.equals(reports, state.reports()) ? step.at() : state.playedAt());
    }

    private static void write(Session session, Map<Ksuid, State> after, Instant now) {
        session.together(
                """
                update message set status = ?, sent_at = ?, delivered_at = ?, read_at = ?, failed_at = ?, failure = ?,
                provider_message_id = ?, reports = ?, continued_by = ?, is_continued = ?, updated_at = ?
                where project_id = ? and id = ?""",
                after.entrySet().stream()
                        .map(entry -> values(entry.getKey(), entry.getValue(), now))
                        .toList());
    }

    private static List<@Nullable Object> values(Ksuid id, State state, Instant now) {
        Timeline timeline = state.timeline();
        MessageId next = state.continuedBy();
        return Arrays.asList(
                state.status(),
                timeline.sentAt(),
                timeline.deliveredAt(),
                timeline.readAt(),
                timeline.failedAt(),
                state.failure(),
                state.providerMessageId(),
                state.reports(),
                next == null ? null : next.value(),
                next != null,
                now,
                state.scope().project().value(),
                id);
    }

    /** Whoever gets no marketing because they have stopped it is known to have stopped it. */
    private static void learnWhoStoppedMarketing(
            Session session, Map<Ksuid, State> before, Map<Ksuid, State> after, NewEvents events, Instant now) {
        Map<Acquaintance.Id, String> stopped = new TreeMap<>();
        after.forEach((id, state) -> {
            Failure failure = hasFailed(before.get(id), state) ? CircumstanceForm.readFailure(state.failure()) : null;
            if (failure != null && failure.isMarketingStopped()) {
                stopped.put(new Acquaintance.Id(state.scope().project(), state.correspondence()), failure.title());
            }
        });
        Preferences preferences = new Preferences(events);
        Acquaintance.lock(session, stopped.keySet())
                .forEach(person -> preferences.hear(
                        person,
                        new MarketingPreference(
                                MarketingPreference.Wish.STOP,
                                now,
                                MarketingPreference.Source.PROVIDER_REFUSAL,
                                stopped.get(person.id()))));
        preferences.write(session);
    }

    private static void tell(Session session, Map<Ksuid, State> before, Map<Ksuid, State> after, Instant now) {
        NewEvents events = new NewEvents();
        after.forEach((id, state) -> {
            State earlier = before.get(id);
            if (earlier != null) {
                reached(earlier, state).forEach(status -> events.add(
                        state.scope(),
                        new MessageProgressed(
                                new EndpointId(state.endpoint()),
                                new MessageId(id),
                                status,
                                state.timeline().upTo(status),
                                status == Status.FAILED && state.failure() != null
                                        ? CircumstanceForm.readFailure(state.failure())
                                        : null,
                                state.providerMessageId(),
                                state.continues(),
                                status == Status.FAILED ? state.continuedBy() : earlier.continuedBy())));
            }
        });
        after.forEach((id, state) -> {
            if (state.playedAt() != null) {
                events.add(
                        state.scope(),
                        new MessagePlayed(new EndpointId(state.endpoint()), new MessageId(id), state.playedAt()));
            }
        });
        learnWhoStoppedMarketing(session, before, after, events, now);
        events.write(session, now);
    }

    /** Which steps were made: also those that nobody reported, because a later one was. */
    private static List<Status> reached(State before, State after) {
        Status from = onTheWay(before);
        Status to = onTheWay(after);
        List<Status> steps = new ArrayList<>(STEPS.stream()
                .filter(step -> step.compareTo(from) > 0 && step.compareTo(to) <= 0)
                .toList());
        if (hasFailed(before, after)) {
            steps.add(Status.FAILED);
        }
        return steps;
    }

    /** How far the message had come, whether or not it failed then. */
    private static Status onTheWay(State state) {
        return state.status() != Status.FAILED
                ? state.status()
                : state.timeline().sentAt() == null ? Status.SENDING : Status.SENT;
    }

    /** What has failed and arrives nevertheless is no longer counted as failed. */
    private static void count(Session session, Map<Ksuid, State> before, Map<Ksuid, State> after) {
        Map<Acquaintance.Id, int[]> changes = new TreeMap<>();
        after.forEach((id, state) -> {
            State earlier = before.get(id);
            if (earlier != null) {
                int delivered = isThere(state.status()) && !isThere(earlier.status()) ? 1 : 0;
                int failed = hasFailed(earlier, state) ? 1 : hasFailed(state, earlier) ? -1 : 0;
                int[] change = changes.computeIfAbsent(
                        new Acquaintance.Id(state.scope().project(), state.correspondence()), _ -> new int[2]);
                change[0] += delivered;
                change[1] += failed;
            }
        });
        session.together(
                "update correspondence set delivered = delivered + ?, failed = failed + ? where project_id = ? and id = ?",
                changes.entrySet().stream()
                        .filter(entry -> entry.getValue()[0] != 0 || entry.getValue()[1] != 0)
                        .map(entry -> List.of(
                                entry.getValue()[0], entry.getValue()[1], entry.getKey().project().value(),
                                entry.getKey().id()))
                        .toList());
    }

    private static boolean hasFailed(@Nullable State earlier, @Nullable State state) {
        return earlier != null
                && state != null
                && earlier.status() != Status.FAILED
                && state.status() == Status.FAILED;
    }

    private static boolean isThere(Status status) {
        return status == Status.DELIVERED || status == Status.READ;
    }
}
