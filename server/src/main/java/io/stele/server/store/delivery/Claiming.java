package io.stele.server.store.delivery;

import io.stele.core.message.Message;
import io.stele.core.message.MessageId;
import io.stele.core.message.Status;
import io.stele.core.project.ProjectId;
import io.stele.server.store.message.Messages;
import io.stele.server.store.people.Acquaintance;
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

/**
 * Claims lanes, within one transaction. What another claimer is looking at is skipped, so that claimers never wait for each other.
 */
final class Claiming {

    /** A lane that is ours until then, and the message at its head. */
    record Held(
            UUID lane, UUID fence, Message message, int attempt, Instant queuedAt, Instant until, boolean inDoubt) {}

    /** @param current whether the message still waits to go out by this lane */
    private record Head(
            Acquaintance.Id lane,
            UUID fence,
            MessageId message,
            long seq,
            int attempts,
            Instant queuedAt,
            boolean begun,
            boolean current) {}

    private final Session session;
    private final InstantSource clock;
    private final Duration lease;

    Claiming(Session session, InstantSource clock, Duration lease) {
        this.session = session;
        this.clock = clock;
        this.lease = lease;
    }

    /** Claims lanes that were due then. */
    List<Held> claim(int limit, Instant due) {
        List<Acquaintance.Id> lanes = session.list(
                row -> new Acquaintance.Id(new ProjectId(row.uuid("project_id")), row.uuid("id")),
                "select project_id, id from lane where due_at <= ? order by due_at limit ? for update skip locked",
                due,
                limit);
        if (lanes.isEmpty()) {
            return List.of();
        }
        Instant now = clock.instant();
        Instant until = Values.storable(now.plus(lease));
        List<Head> heads = heads(lanes);
        dropSettled(heads.stream().filter(head -> !head.current()).toList(), now);
        List<Head> current = heads.stream().filter(Head::current).toList();
        begin(current, now, until);
        Map<MessageId, Message> messages = Messages.byId(
                session,
                current.stream().map(head -> head.lane().project()).toList(),
                current.stream().map(Head::message).toList());
        return current.stream()
                .map(head -> new Held(
                        head.lane().id(),
                        head.fence(),
                        Objects.requireNonNull(messages.get(head.message())),
                        head.attempts() + 1,
                        head.queuedAt(),
                        until,
                        head.begun()))
                .toList();
    }

    private List<Head> heads(List<Acquaintance.Id> lanes) {
        List<Head> heads = session.list(
                Claiming::head,
                """
                select d.project_id, d.lane_id, d.message_id, d.seq, d.attempts, d.queued_at, d.begun,
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

    private void begin(List<Head> heads, Instant now, Instant until) {
        session.batch(
                "update lane set due_at = ?, fence = ? where project_id = ? and id = ?",
                heads.stream()
                        .map(head -> List.of(
                                until, head.fence(), head.lane().project().value(), head.lane().id()))
                        .toList());
        session.batch(
                "update delivery set attempts = attempts + 1, begun = true where project_id = ? and lane_id = ? and seq = ?",
                heads.stream()
                        .map(head -> List.of(head.lane().project().value(), head.lane().id(), head.seq()))
                        .toList());
        session.batch(
                "update message set status = ?, updated_at = ? where project_id = ? and id = ? and status = ?",
                heads.stream()
                        .map(head -> List.of(
                                Status.SENDING, now, head.lane().project().value(), head.message().value(), Status.QUEUED))
                        .toList());
    }
}
