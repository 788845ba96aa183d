package io.stele.server.store.delivery;

import io.stele.core.channel.Directory;
import io.stele.core.channel.Endpoint;
import io.stele.core.channel.EndpointId;
import io.stele.core.delivery.Claim;
import io.stele.core.delivery.DeliveryQueue;
import io.stele.core.delivery.Dispatch;
import io.stele.core.delivery.Settlement;
import io.stele.core.identity.Ksuid;
import io.stele.core.message.Message;
import io.stele.core.message.MessageId;
import io.stele.core.message.Status;
import io.stele.core.project.ProjectId;
import io.stele.server.store.json.CircumstanceForm;
import io.stele.server.store.message.MessageRow;
import io.stele.server.store.sql.Database;
import io.stele.server.store.sql.Session;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The lanes as tables. What is locked is skipped by the next claimer, so that claimers never wait for each other. */
@Singleton
final class StoredDeliveryQueue implements DeliveryQueue {

    static final String SELECT_MESSAGE = "select " + MessageRow.COLUMNS + " from message m " + MessageRow.CONTACT;

    private final Database database;
    private final Directory directory;

    StoredDeliveryQueue(Database database, Directory directory) {
        this.database = database;
        this.directory = directory;
    }

    private record Lane(UUID project, UUID id) {}

    private record Head(
            Lane lane, UUID fence, Ksuid message, int attempts, boolean begun, Instant queuedAt) {}

    @Override
    public List<Claim> claim(int limit, Instant now, Duration lease) {
        List<Held> held = database.write(session -> {
            List<Lane> lanes = session.list(
                    row -> new Lane(row.uuid("project_id"), row.uuid("id")),
                    "select project_id, id from lane where due_at <= ? order by due_at limit ? for update skip locked",
                    now,
                    limit);
            return lanes.isEmpty() ? List.<Held>of() : held(session, lanes, now, lease);
        });
        return held.stream().flatMap(each -> claim(each).stream()).toList();
    }

    private record Held(Head head, Message message) {}

    private List<Held> held(Session session, List<Lane> lanes, Instant now, Duration lease) {
        List<Head> heads = heads(session, lanes);
        Set<Lane> empty = new HashSet<>(lanes);
        heads.forEach(head -> empty.remove(head.lane()));
        session.batch(
                "update lane set due_at = null, fence = null, pending = 0 where project_id = ? and id = ?",
                empty.stream().map(lane -> List.of(lane.project(), lane.id())).toList());
        session.batch(
                "update lane set due_at = ?, fence = ? where project_id = ? and id = ?",
                heads.stream()
                        .map(head -> List.of(
                                now.plus(lease), head.fence(), head.lane().project(), head.lane().id()))
                        .toList());
        session.batch(
                """
                update delivery set attempts = attempts + 1, begun = true
                where project_id = ? and lane_id = ? and message_id = ?""",
                heads.stream()
                        .map(head -> List.of(head.lane().project(), head.lane().id(), head.message()))
                        .toList());
        session.batch(
                "update message set status = ?, updated_at = ? where project_id = ? and id = ? and status = ?",
                heads.stream()
                        .map(head -> List.of(
                                Status.SENDING, now, head.lane().project(), head.message(), Status.QUEUED))
                        .toList());
        Map<MessageId, Message> messages = messages(session, heads);
        return heads.stream()
                .filter(head -> messages.containsKey(new MessageId(head.message())))
                .map(head -> new Held(head, Objects.requireNonNull(messages.get(new MessageId(head.message())))))
                .toList();
    }

    private static List<Head> heads(Session session, List<Lane> lanes) {
        if (lanes.isEmpty()) {
            return List.of();
        }
        return session.list(
                row -> new Head(
                        new Lane(row.uuid("project_id"), row.uuid("lane_id")),
                        UUID.randomUUID(),
                        row.ksuid("message_id"),
                        (int) row.number("attempts"),
                        row.truth("begun"),
                        row.moment("queued_at")),
                """
                select d.* from delivery d
                where d.project_id = any(?) and d.lane_id = any(?)
                and d.seq = (select min(h.seq) from delivery h where h.project_id = d.project_id and h.lane_id = d.lane_id)""",
                lanes.stream().map(Lane::project).collect(Collectors.toSet()),
                lanes.stream().map(Lane::id).collect(Collectors.toSet()));
    }

    private static Map<MessageId, Message> messages(Session session, List<Head> heads) {
        if (heads.isEmpty()) {
            return Map.of();
        }
        return session
                .list(
                        MessageRow::message,
                        SELECT_MESSAGE + " where m.project_id = any(?) and m.id = any(?)",
                        heads.stream().map(head -> head.lane().project()).collect(Collectors.toSet()),
                        heads.stream().map(Head::message).collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(Message::id, Function.identity()));
    }

    /** Empty for an endpoint that is not known yet on this node: the lane is free again when the lease has run out. */
    private Optional<Claim> claim(Held held) {
        Message message = held.message();
        Head head = held.head();
        Optional<Endpoint> endpoint = directory.endpoint(message.scope(), message.endpoint());
        return endpoint.map(known -> new Claim(
                head.lane().id(),
                head.fence(),
                new Dispatch(message, known, head.attempts() + 1),
                head.queuedAt(),
                head.begun()));
    }

    @Override
    public void settle(List<Settlement> settlements, Instant now) {
        if (!settlements.isEmpty()) {
            database.write(session -> {
                new Settling(session, now).settle(settlements);
                return settlements.size();
            });
        }
    }

    @Override
    public int giveUpOnDoubtful(Instant now, int limit) {
        return database.write(session -> {
            List<Step> steps = new ArrayList<>(session.list(
                    row -> new Step(
                            new ProjectId(row.uuid("project_id")),
                            new EndpointId(row.ksuid("endpoint_id")),
                            new MessageId(row.ksuid("message_id")),
                            null,
                            Status.FAILED,
                            CircumstanceForm.readFailure(row.text("failure")),
                            now),
                    """
                    select d.project_id, d.message_id, d.failure, m.endpoint_id from in_doubt d
                    join message m on m.project_id = d.project_id and m.id = d.message_id
                    where d.give_up_at <= ? order by d.give_up_at limit ?""",
                    now,
                    limit));
            Progress.lockPeople(
                    session,
                    steps.stream().map(step -> step.project().value()).toList(),
                    steps.stream().map(Step::message).toList());
            int[] mine = session.batch(
                    "delete from in_doubt where project_id = ? and message_id = ?",
                    steps.stream()
                            .map(step -> List.of(step.project().value(), step.message().value()))
                            .toList());
            for (int i = mine.length - 1; i >= 0; i--) {
                if (mine[i] == 0) {
                    steps.remove(i);
                }
            }
            Progress.apply(session, steps, now);
            return steps.size();
        });
    }

    @Override
    public Optional<Instant> nextDue(Instant now) {
        return database.read(session -> session.first(
                row -> row.moment("due_at"), "select due_at from lane where due_at is not null order by due_at limit 1"));
    }
}
