package io.stele.server.store.delivery;

import io.stele.core.channel.Endpoint;
import io.stele.core.channel.EndpointId;
import io.stele.core.delivery.Claim;
import io.stele.core.delivery.Dispatch;
import io.stele.core.message.Message;
import io.stele.core.message.MessageId;
import io.stele.core.message.Status;
import io.stele.core.project.ProjectId;
import io.stele.server.store.message.Messages;
import io.stele.server.store.people.Acquaintance;
import io.stele.server.store.project.CurrentEndpoints;
import io.stele.server.store.sql.Row;
import io.stele.server.store.sql.Session;
import io.stele.server.store.sql.Values;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Claims lanes, within one transaction: what is begun here is durable before anybody sends. */
final class Claiming {

    /** @param current whether the message still waits to go out by this lane */
    private record Head(
            Acquaintance.Id lane,
            UUID fence,
            MessageId message,
            EndpointId endpoint,
            long seq,
            int attempts,
            Instant queuedAt,
            boolean begun,
            boolean current) {}

    private static final Logger LOG = LoggerFactory.getLogger(Claiming.class);

    private final Session session;
    private final InstantSource clock;
    private final Duration lease;

    Claiming(Session session, InstantSource clock, Duration lease) {
        this.session = session;
        this.clock = clock;
        this.lease = lease;
    }

    /** Claims lanes that are locked, as far as a message waits in them that can be sent. */
    List<Claim> claim(List<Acquaintance.Id> lanes) {
        if (lanes.isEmpty()) {
            return List.of();
        }
        Instant now = clock.instant();
        Instant until = Values.storable(now.plus(lease));
        List<Head> heads = heads(lanes);
        dropSettled(heads.stream().filter(head -> !head.current()).toList(), now);
        List<Head> current = heads.stream().filter(Head::current).toList();
        Map<EndpointId, Endpoint> endpoints =
                CurrentEndpoints.among(session, current.stream().map(Head::endpoint).toList());
        putOff(current.stream().filter(head -> !endpoints.containsKey(head.endpoint())).toList(), now);
        List<Head> ready = current.stream().filter(head -> endpoints.containsKey(head.endpoint())).toList();
        begin(ready, now, until);
        Map<MessageId, Message> messages = Messages.byId(
                session,
                ready.stream().map(head -> head.lane().project()).toList(),
                ready.stream().map(Head::message).toList());
        return ready.stream()
                .map(head -> new Claim(
                        head.lane().id(),
                        head.fence(),
                        new Dispatch(
                                Objects.requireNonNull(messages.get(head.message())),
                                Objects.requireNonNull(endpoints.get(head.endpoint())),
                                head.attempts() + 1),
                        head.queuedAt(),
                        until,
                        head.begun()))
                .toList();
    }

    private List<Head> heads(List<Acquaintance.Id> lanes) {
        List<Head> heads = session.list(
                Claiming::head,
                """
                select d.project_id, d.lane_id, d.message_id, m.endpoint_id, d.seq, d.attempts, d.queued_at, d.begun,
                       m.status in ('QUEUED', 'SENDING') and m.correspondence_id = d.lane_id as is_current
                from unnest(cast(? as uuid array), cast(? as uuid array)) as k(project_id, id)
                join delivery d on d.project_id = k.project_id and d.lane_id = k.id
                    and d.seq = (select min(h.seq) from delivery h where h.project_id = k.project_id and h.lane_id = k.id)
                join message m on m.project_id = d.project_id and m.id = d.message_id""",
                lanes.stream().map(lane -> lane.project().value()).toList(),
                lanes.stream().map(Acquaintance.Id::id).toList());
        // In the order of the lanes: those that have been due for longest go first.
        List<Head> sorted = new ArrayList<>(heads);
        sorted.sort((one, other) -> Integer.compare(lanes.indexOf(one.lane()), lanes.indexOf(other.lane())));
        return sorted;
    }

    private static Head head(Row row) {
        return new Head(
                new Acquaintance.Id(new ProjectId(row.uuid("project_id")), row.uuid("lane_id")),
                UUID.randomUUID(),
                new MessageId(row.ksuid("message_id")),
                new EndpointId(row.ksuid("endpoint_id")),
                row.number("seq"),
                (int) row.number("attempts"),
                row.moment("queued_at"),
                row.truth("begun"),
                row.truth("is_current"));
    }

    /**
     * Takes out what needs no sending any more: a receipt told what became of it, while nobody was there to settle its claim. The lane
     * stays due for what comes next.
     */
    private void dropSettled(List<Head> heads, Instant now) {
        Lanes.withdraw(
                session,
                heads.stream()
                        .map(head -> new Lanes.Place(head.lane().project(), head.lane().id(), head.message()))
                        .toList(),
                now);
    }

    /** Leaves alone what cannot be sent because its endpoint does not exist. */
    private void putOff(List<Head> heads, Instant now) {
        DueLanes.putOff(session, heads.stream().map(Head::lane).toList(), now);
        heads.forEach(head -> LOG.warn("The lane {} waits for {}: its endpoint does not exist", head.lane(), DueLanes.PAUSE));
    }

    private void begin(List<Head> heads, Instant now, Instant until) {
        session.together(
                "update lane set due_at = ?, fence = ? where project_id = ? and id = ?",
                heads.stream()
                        .map(head -> List.of(
                                until, head.fence(), head.lane().project().value(), head.lane().id()))
                        .toList());
        session.together(
                "update delivery set attempts = attempts + 1, begun = true where project_id = ? and lane_id = ? and seq = ?",
                heads.stream()
                        .map(head -> List.of(head.lane().project().value(), head.lane().id(), head.seq()))
                        .toList());
        session.together(
                "update message set status = ?, updated_at = ? where project_id = ? and id = ? and status = ?",
                heads.stream()
                        .map(head -> List.of(
                                Status.SENDING, now, head.lane().project().value(), head.message().value(), Status.QUEUED))
                        .toList());
    }
}
