package io.stele.server.store.delivery;

import io.stele.core.channel.Endpoint;
import io.stele.core.event.MessageQueued;
import io.stele.core.message.Message;
import io.stele.core.message.MessageId;
import io.stele.core.message.PlainText;
import io.stele.core.message.Status;
import io.stele.core.project.ProjectId;
import io.stele.server.store.event.NewEvents;
import io.stele.server.store.message.MessageRow;
import io.stele.server.store.people.Acquaintance;
import io.stele.server.store.people.Introduced;
import io.stele.server.store.people.Meeting;
import io.stele.server.store.people.RowId;
import io.stele.server.store.people.Talks;
import io.stele.server.store.people.ThreadChannels;
import io.stele.server.store.sql.AddressKind;
import io.stele.server.store.sql.Keys;
import io.stele.server.store.sql.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Sends messages by another endpoint of their sender. Each stays the same message in the same thread; the conversation of the first
 * endpoint no longer counts it, and to the new endpoint's provider it is a new one.
 */
final class Rerouting {

    /** Where a message goes. */
    record Route(Message message, Endpoint endpoint, Instant dueAt) {

        Meeting meeting() {
            return new Meeting(endpoint, message.to());
        }
    }

    private final Session session;
    private final List<Route> routes;
    private final NewEvents events = new NewEvents();
    private final Introduced introduced;
    private final Map<Meeting.Key, Acquaintance> targets;
    private final Instant now;

    /** Introduces the recipients at the new endpoints, where they are strangers there. */
    Rerouting(Session session, List<Route> routes, Instant now) {
        this.session = session;
        this.routes = routes;
        this.now = now;
        this.introduced = Talks.introduce(session, routes.stream().map(Route::meeting).toList(), now, events);
        this.targets = introduced.acquaintances();
    }

    /** The new correspondences, to be locked together with the present ones before anything moves. */
    Collection<Acquaintance.Id> targets() {
        return targets.values().stream().map(Acquaintance::id).toList();
    }

    /** Locks what is changed beside correspondences, lanes and messages: after the first of these, and before the others. */
    void lockAhead() {
        if (routes.isEmpty()) {
            return;
        }
        introduced.note(session, now);
        Keys threads = Keys.of(routes.stream()
                .map(route -> List.of(project(route).value(), route.message().threadId()))
                .distinct()
                .toList());
        session.each(_ -> {},
                "select id from thread where (project_id, id) in " + threads.sql() + " order by project_id, id for update",
                threads.values().toArray());
    }

    /**
     * Moves the messages, as far as they are still on their way by their first endpoint. The caller has locked the lanes that they go to.
     *
     * @return those that moved
     */
    List<Route> move() {
        if (routes.isEmpty()) {
            return List.of();
        }
        Map<MessageId, UUID> left = correspondences();
        int[] moves = session.batch(
                """
                update message
                set channel = ?, endpoint_id = ?, correspondence_id = ?, from_kind = ?, from_address = ?, status = ?,
                    sent_at = null, failed_at = null, failure = null, provider_message_id = null, reports = null, window_id = null,
                    window_started_at = null, window_expires_at = null, updated_at = ?
                where project_id = ? and id = ? and endpoint_id = ? and status in ('QUEUED', 'SENDING', 'SENT')""",
                routes.stream().map(this::values).toList());
        List<Route> moved = new ArrayList<>();
        for (int i = 0; i < moves.length; i++) {
            if (moves[i] == 1) {
                moved.add(routes.get(i));
                events.add(
                        routes.get(i).message().scope(),
                        new MessageQueued(routes.get(i).endpoint().id(), routes.get(i).message().id()));
            }
        }
        session.batch(
                "update correspondence set failed = failed + 1 where project_id = ? and id = ?",
                moved.stream()
                        .map(route -> List.of(project(route).value(), left(left, route)))
                        .toList());
        ThreadChannels.add(
                session,
                moved.stream()
                        .map(route -> new ThreadChannels.Use(
                                new RowId(project(route), route.message().threadId()), route.endpoint().channel()))
                        .toList());
        moved.forEach(this::leaveConversation);
        Lanes.enqueue(
                session,
                moved.stream()
                        .map(route -> new Lanes.Waiting(
                                project(route), lane(route), route.message().id(), now, route.dueAt()))
                        .toList());
        events.write(session, now);
        return moved;
    }

    /** The conversation of the first endpoint has the message no longer: what is the newest there is another, or none. */
    private void leaveConversation(Route route) {
        Message message = route.message();
        Optional<Message> newest = session.first(
                MessageRow::message,
                "select " + MessageRow.COLUMNS
                        + " from message m where m.project_id = ? and m.conversation_id = ? and m.endpoint_id = ? order by m.id desc limit 1",
                project(route).value(),
                message.conversationId(),
                message.endpoint().value());
        session.update(
                "update conversation set message_count = message_count - 1 where project_id = ? and id = ?",
                project(route).value(),
                message.conversationId());
        session.update(
                """
                update conversation set last_message_id = ?, last_text = ?
                where project_id = ? and id = ? and last_message_id = ?""",
                newest.map(last -> last.id().value()).orElse(null),
                newest.flatMap(last -> PlainText.snippet(last.content())).orElse(null),
                project(route).value(),
                message.conversationId(),
                message.id().value());
    }

    /** The same, for messages whose deliveries may still be in their first lanes: they are taken out of those. Locks all lanes concerned. */
    List<Route> moveOutOfLanes() {
        Map<MessageId, UUID> left = correspondences();
        List<Acquaintance.Id> lanes = new ArrayList<>(targets());
        routes.forEach(route -> lanes.add(new Acquaintance.Id(project(route), left(left, route))));
        Lanes.lock(session, lanes);
        List<Route> moved = move();
        Lanes.withdraw(
                session,
                moved.stream()
                        .map(route -> new Lanes.Place(project(route), left(left, route), route.message().id()))
                        .toList(),
                now);
        return moved;
    }

    private Map<MessageId, UUID> correspondences() {
        return session
                .list(
                        row -> Map.entry(new MessageId(row.ksuid("id")), row.uuid("correspondence_id")),
                        """
                        select m.id, m.correspondence_id
                        from unnest(cast(? as uuid array), cast(? as bytea array)) as k(project_id, id)
                        join message m on m.project_id = k.project_id and m.id = k.id""",
                        routes.stream().map(route -> project(route).value()).toList(),
                        routes.stream().map(route -> route.message().id().value()).toList())
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, same) -> one));
    }

    private List<Object> values(Route route) {
        Endpoint endpoint = route.endpoint();
        return Stream.<Object>of(
                        endpoint.channel(), endpoint.id().value(), lane(route), AddressKind.of(endpoint.address()),
                        endpoint.address().value(), Status.QUEUED, now, project(route).value(),
                        route.message().id().value(), route.message().endpoint().value())
                .toList();
    }

    private UUID lane(Route route) {
        return Objects.requireNonNull(targets.get(route.meeting().key()))
                .correspondence()
                .id();
    }

    private static UUID left(Map<MessageId, UUID> left, Route route) {
        return Objects.requireNonNull(left.get(route.message().id()));
    }

    private static ProjectId project(Route route) {
        return route.message().scope().project();
    }
}
