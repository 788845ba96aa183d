package io.stele.server.store.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.core.channel.Channel;
import io.stele.core.channel.Endpoint;
import io.stele.server.store.Plan;
import io.stele.server.store.StoreContract;
import io.stele.server.store.TestStore;
import io.stele.server.store.sql.FirstRows;
import io.stele.server.store.sql.Query;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** To pass by the many lanes of one endpoint costs nothing, counted in the rows that the database visits. */
public abstract class TurnPlanContract extends StoreContract {

    private static final int MANY = 5_000;
    private static final int WANTED = 16;

    /** A few rows of each endpoint and of each step through the index, and the lanes that are wanted. */
    private static final int MOST_VISITED = 100;

    private Endpoint busy;
    private Endpoint quiet;

    protected TurnPlanContract(Supplier<TestStore> opening) {
        super(opening);
    }

    /** Rows that the test before this one has left would be visited too. */
    @BeforeEach
    void clearAway() {
        store.vacuum("lane");
    }

    private Instant now() {
        return store.clock().instant();
    }

    /** Many lanes of one endpoint, of which most are due; a few of another; and as many that wait for nothing. */
    private void fill() {
        busy = tenant.endpoint(Channel.SMS);
        quiet = tenant.whatsApp();
        lanes(busy, "timestamp with time zone '2026-03-02 07:00:00+00' + n * interval '1' second", MANY);
        lanes(tenant.endpoint(Channel.EMAIL), "timestamp with time zone '2026-03-03 07:00:00+00'", MANY);
        lanes(tenant.endpoint(Channel.VOICE), "cast(null as timestamp with time zone)", MANY);
        lanes(quiet, "timestamp with time zone '2026-03-02 07:59:00+00'", 2 * WANTED);
    }

    private void lanes(Endpoint endpoint, String due, int number) {
        String uuid = store.isPostgres() ? "gen_random_uuid()" : "random_uuid()";
        store.run("insert into lane (project_id, id, endpoint_id, pending, due_at) select e.project_id, " + uuid
                + ", e.id, 1, " + due + " from endpoint e, " + store.numbers(number) + " where e.channel = '" + endpoint.channel()
                + "' and e.mode = 'LIVE'");
    }

    private Map<String, Query> queries() {
        Map<String, Query> queries = new LinkedHashMap<>();
        if (store.isPostgres()) {
            queries.put("turns", FirstLanes.dueAtOnce(now(), Set.of(), WANTED));
            queries.put("turns of the others", FirstLanes.dueAtOnce(now(), Set.of(busy.id()), WANTED));
            queries.put("next of the others", FirstLanes.nextAtOnce(now(), Set.of(busy.id())));
        } else {
            queries.put("step past the busy one", FirstLanes.step(FirstLanes.after(busy.id())));
            queries.put("first of the busy one", FirstLanes.dueOf(busy.id(), now()));
            queries.put("first of the quiet one", FirstLanes.dueOf(quiet.id(), now()));
            queries.put("first of the idle one", FirstLanes.dueOf(tenant.endpoint(Channel.VOICE).id(), now()));
        }
        queries.put("lanes of the busy one", locked(DueLanes.lanesOf(store.dialect(), busy.id(), now())));
        queries.put("lanes of the quiet one", locked(DueLanes.lanesOf(store.dialect(), quiet.id(), now())));
        queries.put("longest due", locked(DueLanes.longestDue(now())));
        queries.put("longest due, only looked at", DueLanes.longestDue(now()).query(WANTED));
        return queries;
    }

    private Query locked(FirstRows rows) {
        return rows.locked(store.dialect(), WANTED);
    }

    private void assertFewVisited(String when) {
        SoftAssertions all = new SoftAssertions();
        queries().forEach((name, query) -> {
            Plan plan = Plan.of(store, query);
            all.assertThat(plan.visited()).as(name + " " + when + "\n" + plan.text()).isBetween(name.contains("idle") ? 0L : 1L, (long) MOST_VISITED);
        });
        all.assertAll();
    }

    @Test
    void theLanesOfABusyEndpointAreNotLookedAtOneByOne() {
        fill();
        assertFewVisited("without statistics");

        store.run("analyze");
        assertFewVisited("with statistics");
    }

    /** PostgreSQL 15 takes the index by endpoint to be the cheaper one then, if it can. */
    @Test
    void norAreTheyWhenStatisticsAreOfAnIdleTime() {
        lanes(tenant.endpoint(Channel.VOICE), "cast(null as timestamp with time zone)", MANY);
        store.vacuum("lane");
        store.run("analyze");

        fill();

        assertFewVisited("with old statistics");
    }

    @Test
    void emptyLanesAreNotLookedAt() {
        lanes(tenant.endpoint(Channel.VOICE), "cast(null as timestamp with time zone)", MANY);

        Plan plan = Plan.of(store, FirstLanes.next(now()));

        assertThat(plan.visited()).as(plan.text()).isLessThan(MOST_VISITED);
    }

    @Test
    void theEndpointsWithLanesThatAreDueAreFound() {
        fill();

        List<FirstLanes.First> found = store.database().read(session -> FirstLanes.due(session, now(), Set.of(), WANTED));

        assertThat(found).extracting(FirstLanes.First::endpoint).containsExactly(busy.id(), quiet.id());
    }
}
