package io.stele.server.store.delivery;

import io.stele.core.message.MessageId;
import io.stele.core.project.ProjectId;
import io.stele.server.store.sql.Session;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Puts messages into lanes. */
public final class Lanes {

    /**
     * A message that is to go out.
     *
     * @param lane the id of its correspondence, whose row the caller has locked: that makes the order in the lane that of the commits
     * @param dueAt when it may go out; a lane in which others wait goes by theirs
     */
    public record Waiting(ProjectId project, UUID lane, MessageId message, Instant queuedAt, Instant dueAt) {}

    private Lanes() {}

    /** Puts messages at the ends of their lanes, in this order, in as many round trips for all as for one. */
    public static void enqueue(Session session, List<Waiting> messages) {
        List<Waiting> byLane = messages.stream()
                .sorted(Comparator.comparing(Waiting::lane))
                .toList();
        session.batch(
                "insert into lane (project_id, id, pending) values (?, ?, 0) on conflict do nothing",
                byLane.stream()
                        .map(waiting -> List.of(waiting.project().value(), waiting.lane()))
                        .distinct()
                        .toList());
        session.batch(
                """
                update lane set pending = pending + 1, due_at = coalesce(due_at, ?)
                where project_id = ? and id = ?""",
                byLane.stream()
                        .map(waiting -> List.of(waiting.dueAt(), waiting.project().value(), waiting.lane()))
                        .toList());
        session.batch(
                """
                insert into delivery (project_id, lane_id, message_id, attempts, begun, queued_at)
                values (?, ?, ?, 0, false, ?)""",
                messages.stream()
                        .map(waiting -> List.of(
                                waiting.project().value(),
                                waiting.lane(),
                                waiting.message().value(),
                                waiting.queuedAt()))
                        .toList());
    }
}
