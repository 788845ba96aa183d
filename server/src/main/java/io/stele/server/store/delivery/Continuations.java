package io.stele.server.store.delivery;

import io.stele.core.channel.Endpoint;
import io.stele.core.delivery.Reroute;
import io.stele.core.event.MessageQueued;
import io.stele.core.identity.KsuidGenerator;
import io.stele.core.message.ChannelDetails;
import io.stele.core.message.Cost;
import io.stele.core.message.Message;
import io.stele.core.message.MessageId;
import io.stele.core.message.Status;
import io.stele.core.message.Timeline;
import io.stele.server.store.event.NewEvents;
import io.stele.server.store.message.Messages;
import io.stele.server.store.people.Acquaintance;
import io.stele.server.store.people.Introduced;
import io.stele.server.store.people.Meeting;
import io.stele.server.store.people.Place;
import io.stele.server.store.people.Talks;
import io.stele.server.store.sql.Keys;
import io.stele.server.store.sql.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Continues messages that fail by other endpoints of their senders. The message that failed stays what it is; the one that continues it says the
 * same to the same person, and is in all else a message of its own.
 */
final class Continuations {

    /** By which way a message goes on, if it fails. */
    record Way(Message message, Reroute reroute) {

        Meeting meeting() {
            return new Meeting(reroute.endpoint(), message.to());
        }
    }

    private final Session session;
    private final Map<MessageId, Way> ways = new LinkedHashMap<>();
    private final Map<MessageId, MessageId> ids = new LinkedHashMap<>();
    private final NewEvents events = new NewEvents();
    private final Introduced introduced;
    private final Instant now;

    /** Introduces the recipients at the other endpoints, where they are strangers there. */
    Continuations(Session session, List<Way> ways, KsuidGenerator generator, Instant now) {
        this.session = session;
        this.now = now;
        for (Way way : ways) {
            this.ways.put(way.message().id(), way);
            ids.put(way.message().id(), new MessageId(generator.next()));
        }
        this.introduced = Talks.introduce(session, meetings(), now, events);
    }

    /** With which message each goes on, if it fails. */
    Map<MessageId, MessageId> ids() {
        return ids;
    }

    /** The correspondences in which the messages go on: to be locked together with the present ones, and so are their lanes. */
    Collection<Acquaintance.Id> targets() {
        return introduced.acquaintances().values().stream().map(Acquaintance::id).toList();
    }

    /** Locks what is changed beside correspondences, lanes and messages: after the first of these, and before the others. */
    void lockAhead() {
        if (ways.isEmpty()) {
            return;
        }
        introduced.note(session, now);
        session.each(
                _ -> {},
                new Keys(introduced.acquaintances().values().stream()
                        .map(acquaintance -> List.of(
                                acquaintance.scope().project().value(), acquaintance.correspondence().threadId()))
                        .distinct()
                        .toList()),
                "select id from thread where (project_id, id) in :keys order by project_id, id for update");
    }

    /** Writes what continues these, which have failed in this transaction. */
    void write(Set<MessageId> failed) {
        if (ways.isEmpty()) {
            return;
        }
        Talks talks = Talks.among(session, meetings(), introduced, now, events);
        List<Messages.Entry> entries = new ArrayList<>();
        List<Lanes.Waiting> waiting = new ArrayList<>();
        ways.forEach((first, way) -> {
            if (failed.contains(first)) {
                Place place = talks.place(way.meeting());
                Message message = message(way, place);
                talks.add(way.meeting(), message);
                events.add(message.scope(), new MessageQueued(message.endpoint(), message.id(), first));
                entries.add(new Messages.Entry(message, place.correspondence().id(), List.of()));
                waiting.add(new Lanes.Waiting(
                        message.scope().project(), place.correspondence().id(), message.id(), now,
                        way.reroute().dueAt()));
            }
        });
        talks.write();
        Lanes.enqueue(session, waiting);
        Messages.insert(session, entries);
        events.write(session, now);
    }

    /** It is as old as the one that it continues, since for the caller it is the same. */
    private Message message(Way way, Place place) {
        Message first = way.message();
        Endpoint endpoint = way.reroute().endpoint();
        MessageId id = ids.get(first.id());
        if (id == null) {
            throw new IllegalStateException("a way without an id");
        }
        return new Message(
                id, first.scope(), first.direction(), endpoint.channel(), endpoint.id(), endpoint.sender(),
                endpoint.address(), first.to(), first.content(), first.context(), first.referral(), Status.QUEUED,
                Timeline.queued(now), null, Cost.UNKNOWN, ChannelDetails.NONE, place.correspondence().threadId(),
                place.conversationId(), place.correspondence().contactId(), place.contactName(), null, null,
                first.callbackData(), false, first.id(), null, first.metadata(), first.createdAt(), now);
    }

    private List<Meeting> meetings() {
        return ways.values().stream().map(Way::meeting).toList();
    }
}
