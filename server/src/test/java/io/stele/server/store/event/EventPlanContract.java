package io.stele.server.store.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.core.project.Scope;
import io.stele.server.store.Plan;
import io.stele.server.store.StoreContract;
import io.stele.server.store.TestStore;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** To read on in a long log costs the same everywhere, counted in the rows that the database visits. */
public abstract class EventPlanContract extends StoreContract {

    private static final int MANY = 100_000;
    private static final int LIMIT = 200;
    private static final int WAITING = 10_000;

    /** The rows that are wanted, and those before them in which a wanted event could stand. */
    private static final int MOST_VISITED = LIMIT + Events.MOST_IN_A_ROW + 10;

    protected EventPlanContract(Supplier<TestStore> opening) {
        super(opening);
    }

    @Test
    void aLongLogIsReadOnFromAnyPlace() {
        store.run("insert into event_batch (project_id, mode, first_position, size, events, created_at)"
                + " select id, 'LIVE', n, 1, '[]', current_timestamp from project, " + store.numbers(MANY));
        assertFewVisited("without statistics");
        store.run("analyze");
        assertFewVisited("with statistics");
    }

    @Test
    void rowsThatWaitAreFoundWithoutALookAtAllOfThem() {
        store.run("insert into event_batch (project_id, mode, first_position, size, events, created_at)"
                + " select id, 'LIVE', n, 1, '[]', current_timestamp from project, " + store.numbers(MANY));
        letWait(WAITING);
        assertFewWaitingVisited("without statistics");
        store.run("analyze");
        assertFewWaitingVisited("with statistics");
        letWait(WAITING);
        assertFewWaitingVisited("with old statistics");
    }

    @Test
    void rowsThatWaitAreFoundWithoutALookAtAllOfThemWhereNoneWaitedBefore() {
        store.run("insert into event_batch (project_id, mode, first_position, size, events, created_at)"
                + " select id, 'LIVE', n, 1, '[]', current_timestamp from project, " + store.numbers(MANY));
        store.run("analyze");
        letWait(WAITING);
        assertFewWaitingVisited("with old statistics");
    }

    private void letWait(int rows) {
        store.run("insert into event_batch (project_id, mode, size, events, created_at)"
                + " select id, m.mode, 1, '[]', current_timestamp from project, (values ('LIVE'), ('TEST')) as m(mode), "
                + store.numbers(rows));
    }

    private void assertFewWaitingVisited(String when) {
        for (Scope last : List.of(EventLogs.BEGINNING, tenant.live())) {
            Plan logs = Plan.of(store, StoredEventNumbering.waitingQuery(store.dialect(), last));
            assertThat(logs.visited()).as("logs behind " + last + " " + when + "\n" + logs.text()).isLessThan(4 * WAITING);
        }
        Plan first = Plan.of(store, Numbering.firstQuery(store.dialect(), tenant.live()));
        assertThat(first.visited()).as("the first of a log " + when + "\n" + first.text()).isLessThan(2 * Numbering.ROWS_AT_ONCE + 10);
        Plan last = Plan.of(store, Numbering.lastQuery(store.dialect(), tenant.live()));
        assertThat(last.visited()).as("the last of a log " + when + "\n" + last.text()).isLessThan(10);
    }

    private void assertFewVisited(String when) {
        for (long position : new long[] {0, MANY / 2, MANY - LIMIT}) {
            Plan plan = Plan.of(store, LoggedEvents.batchesQuery(tenant.live(), position, LIMIT));

            assertThat(plan.visited()).as("after " + position + " " + when + "\n" + plan.text()).isBetween((long) LIMIT, (long) MOST_VISITED);
        }
    }
}
