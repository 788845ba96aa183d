package io.stele.server.store.delivery;

import io.stele.core.channel.EndpointId;
import io.stele.core.delivery.Room;
import io.stele.core.project.ProjectId;
import io.stele.server.store.people.Acquaintance;
import io.stele.server.store.sql.Condition;
import io.stele.server.store.sql.Dialect;
import io.stele.server.store.sql.FirstRows;
import io.stele.server.store.sql.Row;
import io.stele.server.store.sql.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The lanes that may be claimed, within one transaction. What another claimer is looking at is skipped, so that claimers never wait for
 * each other.
 *
 * <p>As long as few lanes are due, those that have been due for longest are taken. When more are due than are wanted, the endpoints get
 * their turns: each is asked for its own lanes, so that it costs nothing to pass by the many that wait at another.
 */
final class DueLanes {

    /** For how long a lane is put off in which something is wrong. */
    static final Duration PAUSE = Duration.ofMinutes(1);

    /** The most endpoints that get their turns in one claim; those whose lanes have been due for longest come first. */
    private static final int MOST_TURNS = 16;

    private static final String COLUMNS = "select project_id, id, endpoint_id, due_at from lane";

    private record Lane(Acquaintance.Id id, EndpointId endpoint, Instant dueAt) {}

    private final Session session;
    private final Room room;
    private final Instant now;
    private final boolean locking;

    private DueLanes(Session session, Room room, Instant now, boolean locking) {
        this.session = session;
        this.room = room;
        this.now = now;
        this.locking = locking;
    }

    /** Locks as many as there is room for. */
    static List<Acquaintance.Id> lock(Session session, Room room, Instant now) {
        return new DueLanes(session, room, now, true).find();
    }

    /** The same, but they are not locked. */
    static List<Acquaintance.Id> look(Session session, Room room, Instant now) {
        return new DueLanes(session, room, now, false).find();
    }

    /** Locks this lane, if it is still due. */
    static List<Acquaintance.Id> lock(Session session, Acquaintance.Id lane, Instant now) {
        return session.list(
                DueLanes::id,
                "select project_id, id from lane where project_id = ? and id = ? and due_at <= ? for update skip locked",
                lane.project().value(),
                lane.id(),
                now);
    }

    /** Makes lanes due later that are due and that nobody has claimed meanwhile. @return how many of each, 1 or 0 */
    static int[] putOff(Session session, List<Acquaintance.Id> lanes, Instant now) {
        return session.batch(
                "update lane set due_at = ? where project_id = ? and id = ? and due_at <= ?",
                lanes.stream()
                        .map(lane -> List.of(now.plus(PAUSE), lane.project().value(), lane.id(), now))
                        .toList());
    }

    private List<Acquaintance.Id> find() {
        List<Lane> longest = room.full().isEmpty() ? longestDue() : List.of();
        List<Lane> admitted = room.admitted(longest, Lane::endpoint);
        boolean all = room.full().isEmpty() && longest.size() < room.most() && admitted.size() == longest.size();
        return (all ? admitted : room.admitted(byTurns(), Lane::endpoint)).stream().map(Lane::id).toList();
    }

    private List<Lane> longestDue() {
        return lanes(longestDue(now), room.most());
    }

    private List<Lane> lanes(FirstRows rows, int limit) {
        return session.list(DueLanes::lane, locking ? rows.locked(session.dialect(), limit) : rows.query(limit));
    }

    /** The same share for each endpoint that may have more, longest due first. */
    private List<Lane> byTurns() {
        List<FirstLanes.First> turns = FirstLanes.due(session, now, room.full(), Math.min(MOST_TURNS, room.most()));
        List<Lane> lanes = new ArrayList<>();
        for (FirstLanes.First turn : turns) {
            int share = room.most() / turns.size();
            lanes.addAll(lanes(lanesOf(session.dialect(), turn.endpoint(), now), share));
        }
        lanes.sort(Comparator.comparing(Lane::dueAt));
        return lanes;
    }

    /** The lanes that are due, longest due first. */
    static FirstRows longestDue(Instant now) {
        return new FirstRows(COLUMNS, "lane_due", Condition.where("due_at <= ?", now), "due_at");
    }

    /**
     * The endpoint's lanes that are due, longest due first. PostgreSQL is not told that there is but one endpoint: else it might walk by the
     * moments of all. That the endpoint is compared at all is said once more, for in a pair PostgreSQL does not see that it must be there, as the index has it.
     */
    static FirstRows lanesOf(Dialect dialect, EndpointId endpoint, Instant now) {
        Condition condition =
                switch (dialect) {
                    case H2 -> Condition.where("endpoint_id = ? and due_at <= ?", endpoint.value(), now);
                    case POSTGRESQL -> Condition.where(
                            "(endpoint_id, due_at) >= (?, ?) and (endpoint_id, due_at) <= (?, ?) and due_at is not null and endpoint_id >= ''",
                            endpoint.value(),
                            Instant.EPOCH,
                            endpoint.value(),
                            now);
                };
        return new FirstRows(COLUMNS, "lane_of_endpoint", condition, "endpoint_id, due_at");
    }

    private static Lane lane(Row row) {
        return new Lane(id(row), new EndpointId(row.ksuid("endpoint_id")), row.moment("due_at"));
    }

    private static Acquaintance.Id id(Row row) {
        return new Acquaintance.Id(new ProjectId(row.uuid("project_id")), row.uuid("id"));
    }
}
