package io.stele.server.store.delivery;

import io.stele.core.project.ProjectId;
import io.stele.server.store.people.Acquaintance;
import io.stele.server.store.sql.Row;
import io.stele.server.store.sql.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The lanes that may be claimed, within one transaction. What another claimer is looking at is skipped. */
final class DueLanes {

    /** For how long a lane is put off in which something is wrong. */
    static final Duration PAUSE = Duration.ofMinutes(1);

    private DueLanes() {}

    /** Locks those that have been due for longest. */
    static List<Acquaintance.Id> lock(Session session, int limit, Instant now) {
        return session.list(
                DueLanes::lane,
                "select project_id, id from lane where due_at <= ? order by due_at limit ? for update skip locked",
                now,
                limit);
    }

    /** Locks this lane, if it is still due. */
    static List<Acquaintance.Id> lock(Session session, Acquaintance.Id lane, Instant now) {
        return session.list(
                DueLanes::lane,
                "select project_id, id from lane where project_id = ? and id = ? and due_at <= ? for update skip locked",
                lane.project().value(),
                lane.id(),
                now);
    }

    /** Those that have been due for longest; they are not locked. */
    static List<Acquaintance.Id> look(Session session, int limit, Instant now) {
        return session.list(
                DueLanes::lane, "select project_id, id from lane where due_at <= ? order by due_at limit ?", now, limit);
    }

    /** Makes lanes due later that are due and that nobody has claimed meanwhile. @return how many of each, 1 or 0 */
    static int[] putOff(Session session, List<Acquaintance.Id> lanes, Instant now) {
        return session.batch(
                "update lane set due_at = ? where project_id = ? and id = ? and due_at <= ?",
                lanes.stream()
                        .map(lane -> List.of(now.plus(PAUSE), lane.project().value(), lane.id(), now))
                        .toList());
    }

    private static Acquaintance.Id lane(Row row) {
        return new Acquaintance.Id(new ProjectId(row.uuid("project_id")), row.uuid("id"));
    }
}
