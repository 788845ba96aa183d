package io.stele.server.store.intake;

import io.stele.core.address.Address;
import io.stele.core.channel.Endpoint;
import io.stele.core.channel.EndpointId;
import io.stele.core.conversation.Correspondence;
import io.stele.core.event.MessageQueued;
import io.stele.core.intake.Decision;
import io.stele.core.intake.Draft;
import io.stele.core.intake.IdempotencyKey;
import io.stele.core.intake.IntakeStore.Decider;
import io.stele.core.intake.Submission;
import io.stele.core.intake.Verdict;
import io.stele.core.message.ChannelDetails;
import io.stele.core.message.Cost;
import io.stele.core.message.Direction;
import io.stele.core.message.Message;
import io.stele.core.message.MessageId;
import io.stele.core.message.Status;
import io.stele.core.message.Timeline;
import io.stele.core.project.Scope;
import io.stele.server.store.delivery.Lanes;
import io.stele.server.store.event.NewEvents;
import io.stele.server.store.message.Messages;
import io.stele.server.store.people.Acquaintance;
import io.stele.server.store.people.Meeting;
import io.stele.server.store.people.Place;
import io.stele.server.store.people.Talks;
import io.stele.server.store.project.CurrentEndpoints;
import io.stele.server.store.sql.Session;
import io.stele.server.store.sql.Values;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A batch of submissions on its way into the database: all are decided on what was known when the batch began, then those that go are written
 * together. Each kind of row is written in one go, so that many submissions need hardly more round trips than one.
 */
final class Batch {

    /** Whose person is known: one scope's address. */
    private record Person(Scope scope, Address address) {}

    private record Going(Submission submission, Decision.Send send, UsedKeys.@Nullable Key key) {

        Meeting meeting() {
            return new Meeting(send.endpoint(), submission.draft().to());
        }
    }

    private record Repeating(Submission submission, UsedKeys.Key key) {}

    private final Session session;
    private final List<Submission> batch;
    private final Decider decider;
    private final List<Going> going = new ArrayList<>();
    private final List<Repeating> repeating = new ArrayList<>();
    private final Map<MessageId, Verdict> verdicts = new HashMap<>();
    private final Map<UsedKeys.Key, UsedKeys.Use> used;
    private final Map<Meeting.Key, Acquaintance> met = new HashMap<>();

    Batch(Session session, List<Submission> batch, Decider decider) {
        this.session = session;
        this.batch = batch;
        this.decider = decider;
        this.used = UsedKeys.among(
                session,
                batch.stream().map(UsedKeys.Key::of).filter(Objects::nonNull).distinct().toList());
    }

    List<Verdict> write() {
        decide();
        leaveOutOutdated();
        claimKeys();
        writeGoing();
        answerRepeated();
        return batch.stream().map(this::verdict).toList();
    }

    private Verdict verdict(Submission submission) {
        Verdict verdict = verdicts.get(submission.id());
        if (verdict == null) {
            throw new IllegalStateException("a submission without a verdict");
        }
        return verdict;
    }

    private void decide() {
        Map<Person, Map<EndpointId, Correspondence>> known = known();
        Set<UsedKeys.Key> inThisBatch = new HashSet<>();
        for (Submission submission : batch) {
            UsedKeys.Key key = UsedKeys.Key.of(submission);
            if (key != null && (used.containsKey(key) || inThisBatch.contains(key))) {
                repeating.add(new Repeating(submission, key));
                continue;
            }
            Person person = new Person(submission.scope(), submission.draft().to());
            switch (decider.decide(submission, known.getOrDefault(person, Map.of()))) {
                case Decision.Send send -> {
                    going.add(new Going(submission, send, key));
                    if (key != null) {
                        inThisBatch.add(key);
                    }
                }
                case Decision.Refuse(var rejection) -> verdicts.put(submission.id(), new Verdict.Refused(rejection));
            }
        }
    }

    /** What the directory remembers may be older than what another node has done to the endpoint. */
    private void leaveOutOutdated() {
        Map<EndpointId, Endpoint> current = CurrentEndpoints.among(
                session, going.stream().map(each -> each.send().endpoint().id()).toList());
        going.removeIf(each -> {
            boolean outdated = !isAsChosen(each.send().endpoint(), current.get(each.send().endpoint().id()));
            if (outdated) {
                verdicts.put(each.submission().id(), new Verdict.Outdated());
            }
            return outdated;
        });
    }

    private static boolean isAsChosen(Endpoint chosen, @Nullable Endpoint current) {
        return current != null
                && current.isConnected() == chosen.isConnected()
                && current.connector().equals(chosen.connector())
                && current.address().equals(chosen.address())
                && Objects.equals(current.sender(), chosen.sender());
    }

    private Map<Person, Map<EndpointId, Correspondence>> known() {
        Map<Meeting.Key, Meeting> meetings = new LinkedHashMap<>();
        for (Submission submission : batch) {
            for (Endpoint candidate : submission.candidates()) {
                Meeting meeting = new Meeting(candidate, submission.draft().to());
                meetings.putIfAbsent(meeting.key(), meeting);
            }
        }
        Map<Person, Map<EndpointId, Correspondence>> known = new HashMap<>();
        met.putAll(Acquaintance.among(session, meetings.values()));
        met.forEach((key, acquaintance) -> known.computeIfAbsent(
                        new Person(acquaintance.scope(), key.address()), _ -> new HashMap<>())
                .put(key.endpoint(), acquaintance.correspondence()));
        return known;
    }

    private void claimKeys() {
        List<UsedKeys.Claim> claims = new ArrayList<>();
        for (Going each : going) {
            IdempotencyKey given = each.submission().draft().idempotency();
            if (each.key() != null && given != null) {
                UsedKeys.Use use = new UsedKeys.Use(given.fingerprint(), each.submission().id());
                used.put(each.key(), use);
                claims.add(new UsedKeys.Claim(each.key(), use, each.submission().at()));
            }
        }
        Map<UsedKeys.Key, UsedKeys.Use> earlier = UsedKeys.claim(session, claims);
        used.putAll(earlier);
        going.removeIf(each -> {
            UsedKeys.Key key = each.key();
            if (key == null || !earlier.containsKey(key)) {
                return false;
            }
            repeating.add(new Repeating(each.submission(), key));
            return true;
        });
    }

    private void writeGoing() {
        if (going.isEmpty()) {
            return;
        }
        Instant now = going.stream()
                .map(each -> each.submission().at())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        NewEvents events = new NewEvents();
        Map<Meeting.Key, Acquaintance> known = new HashMap<>(met);
        known.keySet().retainAll(going.stream().map(each -> each.meeting().key()).collect(Collectors.toSet()));
        Talks talks = Talks.open(
                session, going.stream().map(Going::meeting).toList(), known, Values.storable(now), events);
        List<Messages.Entry> entries = new ArrayList<>();
        List<Lanes.Waiting> waiting = new ArrayList<>();
        for (Going each : going) {
            Place place = talks.place(each.meeting());
            Message message = message(each.submission(), each.send(), place);
            talks.add(each.meeting(), message);
            events.add(message.scope(), new MessageQueued(message.endpoint(), message.id()));
            entries.add(new Messages.Entry(
                    message, place.correspondence().id(), each.submission().draft().attachments()));
            waiting.add(new Lanes.Waiting(
                    message.scope().project(), place.correspondence().id(), message.id(), message.createdAt(),
                    message.createdAt()));
            verdicts.put(message.id(), new Verdict.Accepted(message));
        }
        talks.write();
        Lanes.enqueue(session, waiting);
        Messages.insert(session, entries);
        events.write(session, Values.storable(now));
    }

    private static Message message(Submission submission, Decision.Send send, Place place) {
        Draft draft = submission.draft();
        Endpoint endpoint = send.endpoint();
        Instant at = Values.storable(submission.at());
        return new Message(
                submission.id(), submission.scope(), Direction.OUTBOUND, endpoint.channel(), endpoint.id(),
                endpoint.sender(), endpoint.address(), draft.to(), draft.content(), submission.context(), null,
                Status.QUEUED, Timeline.queued(at), null, Cost.UNKNOWN, ChannelDetails.NONE, place.correspondence().threadId(),
                place.conversationId(), place.correspondence().contactId(), place.contactName(), send.window(), null,
                storable(draft.callbackData()), draft.fallback(), null, null, draft.metadata(), at, at);
    }

    private static @Nullable String storable(@Nullable String text) {
        return text == null ? null : Values.storable(text);
    }

    private void answerRepeated() {
        Map<MessageId, Message> messages = Messages.byId(
                session,
                repeating.stream().map(each -> each.submission().scope().project()).toList(),
                repeating.stream().map(each -> use(each.key()).message()).toList());
        for (Repeating each : repeating) {
            UsedKeys.Use use = use(each.key());
            Message original = messages.get(use.message());
            IdempotencyKey given = each.submission().draft().idempotency();
            if (original == null || given == null) {
                throw new IllegalStateException("an idempotency key without its message");
            }
            boolean identical = given.fingerprint().equals(use.fingerprint());
            verdicts.put(
                    each.submission().id(),
                    use.message().equals(each.submission().id())
                            ? new Verdict.Accepted(original)
                            : new Verdict.Repeated(original, identical));
        }
    }

    private UsedKeys.Use use(UsedKeys.Key key) {
        UsedKeys.Use use = used.get(key);
        if (use == null) {
            throw new IllegalStateException("a used key that is not there");
        }
        return use;
    }
}
