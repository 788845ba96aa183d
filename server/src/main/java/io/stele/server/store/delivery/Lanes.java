package io.stele.server.store.delivery;

import io.stele.core.message.MessageId;
import io.stele.core.project.ProjectId;
import io.stele.server.store.people.Acquaintance;
import io.stele.server.store.sql.Keys;
import io.stele.server.store.sql.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Puts messages into lanes, and takes them out before their turn. */
public final class Lanes {

    /**
     * A message that is to go out.
     *
     * @param lane the id of its correspondence, whose row the caller has locked: that makes the order in the lane that of the commits
     * @param dueAt when it may go out; a lane in which others wait goes by theirs
     * @param attempts how many there have been
     */
    public record Waiting(
            ProjectId project, UUID lane, MessageId message, Instant queuedAt, Instant dueAt, int attempts) {

        /** A message that has not been tried yet. */
        public Waiting(ProjectId project, UUID lane, MessageId message, Instant queuedAt, Instant dueAt) {
            this(project, lane, message, queuedAt, dueAt, 0);
        }

        private Acquaintance.Id id() {
            return new Acquaintance.Id(project, lane);
        }
    }

    /** A message in a lane. */
    record Place(ProjectId project, UUID lane, MessageId message) {}

    /** That a delivery is the head of its lane; the lane's key goes with it once more. */
    static final String IS_HEAD = "seq = (select min(h.seq) from delivery h where h.project_id = ? and h.lane_id = ?)";

    private Lanes() {}

    /** Puts messages at the ends of their lanes, in this order. */
    public static void enqueue(Session session, List<Waiting> messages) {
        Map<Acquaintance.Id, List<Waiting>> byLane = new TreeMap<>();
        messages.forEach(waiting ->
                byLane.computeIfAbsent(waiting.id(), _ -> new ArrayList<>()).add(waiting));
        session.together(
                "update lane set pending = pending + ?, due_at = coalesce(due_at, ?) where project_id = ? and id = ?",
                byLane.entrySet().stream()
                        .map(lane -> List.of(
                                lane.getValue().size(), lane.getValue().getFirst().dueAt(),
                                lane.getKey().project().value(), lane.getKey().id()))
                        .toList());
        session.together(
                """
                insert into delivery (project_id, lane_id, message_id, attempts, begun, queued_at)
                values (?, ?, ?, ?, false, ?)""",
                messages.stream()
                        .map(waiting -> List.of(
                                waiting.project().value(), waiting.lane(), waiting.message().value(), waiting.attempts(),
                                waiting.queuedAt()))
                        .toList());
    }

    /** Locks lanes until the end of the transaction. @return the fences of those that somebody holds */
    static Map<Acquaintance.Id, UUID> lock(Session session, Collection<Acquaintance.Id> lanes) {
        List<Acquaintance.Id> sorted = lanes.stream().distinct().sorted().toList();
        Map<Acquaintance.Id, UUID> fences = new HashMap<>();
        session.each(
                row -> {
                    UUID fence = row.uuidOrNull("fence");
                    if (fence != null) {
                        fences.put(new Acquaintance.Id(new ProjectId(row.uuid("project_id")), row.uuid("id")), fence);
                    }
                },
                new Keys(sorted.stream()
                        .map(lane -> List.of(lane.project().value(), lane.id()))
                        .toList()),
                "select project_id, id, fence from lane where (project_id, id) in :keys order by project_id, id for update");
        return fences;
    }

    /**
     * Takes messages out of the heads of their lanes, which the caller has locked, as far as they are there, and frees those lanes: whoever
     * holds one has lost it.
     */
    static void withdraw(Session session, List<Place> places, Instant now) {
        int[] found = session.batch(
                "delete from delivery where project_id = ? and lane_id = ? and message_id = ? and " + IS_HEAD,
                places.stream()
                        .map(place -> List.of(
                                place.project().value(), place.lane(), place.message().value(), place.project().value(),
                                place.lane()))
                        .toList());
        List<List<Object>> lanes = new ArrayList<>();
        for (int i = 0; i < found.length; i++) {
            if (found[i] == 1) {
                lanes.add(List.of(now, places.get(i).project().value(), places.get(i).lane()));
            }
        }
        session.batch(
                """
                update lane
                set pending = pending - 1, fence = null,
                    due_at = case when pending > 1 then cast(? as timestamp with time zone) end
                where project_id = ? and id = ?""",
                lanes);
    }
}
