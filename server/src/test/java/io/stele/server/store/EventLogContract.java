package io.stele.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.core.channel.EndpointId;
import io.stele.core.event.ConversationStarted;
import io.stele.core.event.Event;
import io.stele.core.event.EventLog;
import io.stele.core.event.EventNumbering;
import io.stele.core.event.LoggedEvent;
import io.stele.core.housekeeping.Chore;
import io.stele.core.identity.Ksuid;
import io.stele.core.project.Mode;
import io.stele.core.project.ProjectId;
import io.stele.core.project.Scope;
import io.stele.server.store.event.Events;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The event log: events come to be seen once, in one order, and none is passed over. */
abstract class EventLogContract extends StoreContract {

    private static final EndpointId ENDPOINT = new EndpointId(new Ksuid(1, 2, 3));

    EventLogContract(Supplier<TestStore> opening) {
        super(opening);
    }

    private Scope scope() {
        return tenant.live();
    }

    private EventLog log() {
        return store.get(EventLog.class);
    }

    private int number() {
        return store.get(EventNumbering.class).number();
    }

    private static Event event(int n) {
        return new ConversationStarted(ENDPOINT, new UUID(0, n));
    }

    private static int numberOf(LoggedEvent logged) {
        return (int) ((ConversationStarted) logged.event()).conversation().getLeastSignificantBits();
    }

    private void write(Scope scope, int... numbers) {
        store.database().write(session -> {
            Events.append(
                    session,
                    IntStream.of(numbers).mapToObj(n -> new Events.Entry(scope, event(n))).toList(),
                    TestStore.START);
            return numbers.length;
        });
    }

    private List<Integer> numbersAfter(long position, int limit) {
        return log().after(scope(), position, limit).stream().map(EventLogContract::numberOf).toList();
    }

    @Test
    void aNewLogIsEmpty() {
        assertThat(log().after(scope(), 0, 10)).isEmpty();
        assertThat(log().extent(scope())).isEqualTo(new EventLog.Extent(1, 0));
    }

    @Test
    void eventsAreSeenWhenTheyHavePositions() {
        write(scope(), 1, 2);
        assertThat(numbersAfter(0, 10)).isEmpty();

        assertThat(number()).isEqualTo(2);

        assertThat(log().after(scope(), 0, 10)).extracting(LoggedEvent::position).containsExactly(1L, 2L);
        assertThat(numbersAfter(0, 10)).containsExactly(1, 2);
        assertThat(log().extent(scope())).isEqualTo(new EventLog.Extent(1, 2));
    }

    @Test
    void anEventReadsBackAsItWasWritten() {
        write(scope(), 7);
        number();

        LoggedEvent logged = log().after(scope(), 0, 1).getFirst();
        assertThat(logged.event()).isEqualTo(event(7));
        assertThat(logged.scope()).isEqualTo(scope());
        assertThat(logged.at()).isEqualTo(TestStore.START);
        assertThat(logged.id().version()).isEqualTo(7);
    }

    @Test
    void aReaderGoesOnInTheMiddleOfWhatWasWrittenTogether() {
        write(scope(), 1, 2, 3, 4, 5);
        write(scope(), 6);
        number();

        assertThat(numbersAfter(2, 2)).containsExactly(3, 4);
        assertThat(numbersAfter(4, 10)).containsExactly(5, 6);
        assertThat(numbersAfter(6, 10)).isEmpty();
    }

    @Test
    void moreThanARowHoldsKeepsItsOrder() {
        int many = 1_201;
        write(scope(), IntStream.rangeClosed(1, many).toArray());
        number();

        assertThat(numbersAfter(0, many + 1)).isEqualTo(IntStream.rangeClosed(1, many).boxed().toList());
        assertThat(numbersAfter(1_199, 10)).containsExactly(1_200, 1_201);
    }

    @Test
    void theModesOfAProjectAndOtherProjectsHaveLogsOfTheirOwn() {
        Tenant other = Tenant.found(store);
        write(scope(), 1);
        write(tenant.test(), 2);
        write(other.live(), 3);
        number();

        assertThat(numbersAfter(0, 10)).containsExactly(1);
        assertThat(log().after(tenant.test(), 0, 10)).extracting(EventLogContract::numberOf).containsExactly(2);
        assertThat(log().after(other.live(), 0, 10)).extracting(EventLogContract::numberOf).containsExactly(3);
    }

    @Test
    void theEndsOfManyLogsAreToldAtOnce() {
        Tenant other = Tenant.found(store);
        write(scope(), 1, 2);
        write(other.live(), 3);
        number();
        Scope nobodys = new Scope(new ProjectId(UUID.randomUUID()), Mode.LIVE);

        assertThat(log().ends(List.of(scope(), tenant.test(), other.live(), nobodys)))
                .isEqualTo(Map.of(scope(), 2L, tenant.test(), 0L, other.live(), 1L, nobodys, 0L));
        assertThat(log().ends(List.of())).isEmpty();
    }

    private void keepHouse() {
        Chore chore = store.all(Chore.class).stream()
                .filter(each -> each.name().equals("Deleting old events"))
                .findFirst()
                .orElseThrow();
        boolean more;
        do {
            more = chore.doPart(store.clock().instant());
        } while (more);
    }

    @Test
    void eventsAreKeptForThirtyDays() {
        write(scope(), 1, 2);
        write(scope(), 3);
        number();
        store.clock().advance(Duration.ofDays(30));
        keepHouse();
        assertThat(log().extent(scope())).isEqualTo(new EventLog.Extent(1, 3));
        store.clock().advance(Duration.ofMillis(1));

        keepHouse();

        assertThat(log().after(scope(), 0, 10)).isEmpty();
        assertThat(log().extent(scope())).isEqualTo(new EventLog.Extent(4, 3));
        write(scope(), 4);
        number();
        assertThat(numbersAfter(3, 10)).containsExactly(4);
        assertThat(log().extent(scope())).isEqualTo(new EventLog.Extent(4, 4));
    }

    @Test
    void nothingIsDeletedBehindAnEventThatStays() {
        write(scope(), 1);
        write(scope(), 2);
        write(scope(), 3);
        number();
        store.run("update event_batch set created_at = cast('2020-01-01 00:00:00+00' as timestamp with time zone)"
                + " where first_position in (1, 3)");

        keepHouse();

        assertThat(log().extent(scope())).isEqualTo(new EventLog.Extent(2, 3));
        assertThat(numbersAfter(1, 10)).containsExactly(2, 3);
    }

    @Test
    void anEventIsKeptUntilWebhooksHaveBeenToldOfIt() {
        write(scope(), 1);
        write(scope(), 2, 3);
        number();
        store.run("insert into webhook_cursor (project_id, mode, told, told_at) select project_id, mode, 2, created_at"
                + " from event_batch where first_position = 1");
        store.clock().advance(Duration.ofDays(31));

        keepHouse();
        assertThat(log().extent(scope())).isEqualTo(new EventLog.Extent(2, 3));

        store.run("update webhook_cursor set told = 3");
        keepHouse();
        assertThat(log().extent(scope())).isEqualTo(new EventLog.Extent(4, 3));
    }

    @Test
    void muchIsDeletedInPartsFromEveryLog() {
        Tenant other = Tenant.found(store);
        for (int i = 0; i < 501; i++) {
            write(scope(), i);
        }
        write(other.live(), 1);
        write(tenant.test(), 1);
        while (number() > 0) {
            assertThat(log().extent(scope()).first()).isEqualTo(1);
        }
        store.clock().advance(Duration.ofDays(31));

        keepHouse();

        assertThat(store.number("select count(*) from event_batch")).isZero();
        assertThat(log().extent(scope())).isEqualTo(new EventLog.Extent(502, 501));
    }

    @Test
    void manyLogsInWhichMuchHappensAreInNoOthersWay() {
        int many = 250;
        store.run("insert into project (id, name, created_at) select "
                + (store.isPostgres() ? "gen_random_uuid()" : "random_uuid()") + ", 'Busy', current_timestamp from " + store.numbers(many));
        store.run("insert into event_log (project_id, mode, next_position, first_kept) select id, 'LIVE', 1, 1 from project where name = 'Busy'");
        Set<String> numbered = new HashSet<>();

        for (int round = 0; round < 3; round++) {
            store.run("insert into event_batch (project_id, mode, size, events, created_at)"
                    + " select id, 'LIVE', 1, '[]', current_timestamp from project where name = 'Busy'");
            number();
            numbered.addAll(store.column("select distinct cast(project_id as varchar) from event_batch where first_position is not null"));
        }

        assertThat(numbered).hasSize(many);
    }

    @Test
    void aLogWithAVeryLongBacklogIsInNoOthersWay() {
        Tenant other = Tenant.found(store);
        for (Scope busy : List.of(scope(), other.live())) {
            store.run("insert into event_batch (project_id, mode, size, events, created_at) select id, 'LIVE', 1, '[]', current_timestamp"
                    + " from project, " + store.numbers(20_000) + " where id = '" + busy.project().value() + "'");
        }

        number();
        number();

        assertThat(store.column("select distinct cast(project_id as varchar) from event_batch where first_position is not null")).hasSize(2);
    }

    @Test
    void whatCommitsLaterIsNumberedLater() throws Exception {
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch commit = new CountDownLatch(1);
        try (TestStore another = store.another();
                ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> slow = thread.submit(() -> another.database().write(session -> {
                Events.append(session, List.of(new Events.Entry(scope(), event(1))), TestStore.START);
                written.countDown();
                return await(commit);
            }));
            assertThat(written.await(10, TimeUnit.SECONDS)).isTrue();
            write(scope(), 2);
            number();
            assertThat(numbersAfter(0, 10)).containsExactly(2);

            commit.countDown();
            slow.get(10, TimeUnit.SECONDS);
        }
        number();
        assertThat(numbersAfter(1, 10)).containsExactly(1);
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatIsRolledBackLeavesNoGap() {
        write(scope(), 1);
        try {
            store.database().write(session -> {
                Events.append(session, List.of(new Events.Entry(scope(), event(2))), TestStore.START);
                throw new IllegalStateException("rolled back on purpose");
            });
        } catch (IllegalStateException e) {
            assertThat(e).hasMessageContaining("on purpose");
        }
        write(scope(), 3);
        number();

        assertThat(log().after(scope(), 0, 10)).extracting(LoggedEvent::position).containsExactly(1L, 2L);
        assertThat(numbersAfter(0, 10)).containsExactly(1, 3);
    }

    /** Writers commit in any order while several number and one reads: the reader sees each event once, in one order. */
    @Test
    void aReaderThatGoesOnByPositionMissesNothing() throws Exception {
        int writers = 6;
        int each = 60;
        AtomicBoolean done = new AtomicBoolean();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                List<Future<?>> writing = IntStream.range(0, writers)
                        .<Future<?>>mapToObj(writer -> threads.submit(() -> write(writer, each)))
                        .toList();
                for (int i = 0; i < 3; i++) {
                    threads.submit(() -> numberUntil(done));
                }
                Future<List<Integer>> reading = threads.submit(() -> readUntil(done, writers * each));
                for (Future<?> writer : writing) {
                    writer.get(60, TimeUnit.SECONDS);
                }
                List<Integer> seen = reading.get(60, TimeUnit.SECONDS);
                assertThat(seen).containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, writers * each).boxed().toList());
                for (int writer = 0; writer < writers; writer++) {
                    int from = writer * each;
                    assertThat(seen.stream().filter(n -> n >= from && n < from + each).toList())
                            .as("the order of what one writer wrote")
                            .isSorted();
                }
            } finally {
                done.set(true);
            }
        }
    }

    private void numberUntil(AtomicBoolean done) {
        while (!done.get()) {
            number();
        }
    }

    private List<Integer> readUntil(AtomicBoolean done, int many) {
        List<Integer> seen = new ArrayList<>();
        long position = 0;
        while (seen.size() < many && !done.get()) {
            for (LoggedEvent logged : log().after(scope(), position, 7)) {
                assertThat(logged.position()).isEqualTo(position + 1);
                position = logged.position();
                seen.add(numberOf(logged));
            }
        }
        return seen;
    }

    private void write(int writer, int each) {
        LongStream.range(0, each).forEach(n -> {
            int pause = ThreadLocalRandom.current().nextInt(3);
            store.database().write(session -> {
                Events.append(
                        session, List.of(new Events.Entry(scope(), event(writer * each + (int) n))), TestStore.START);
                dawdle(pause);
                return n;
            });
        });
    }

    /** Keeps a transaction open a little, so that others overtake it. */
    private static void dawdle(int millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
