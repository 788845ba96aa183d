package io.stele.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stele.server.store.sql.Database;
import io.stele.server.store.sql.Query;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@link Database} on H2: one transaction writes at a time. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WriteTurnTest {

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);

    private TestStore store;
    private ExecutorService threads;

    @BeforeEach
    void open() {
        store = H2Databases.open();
        store.run("create table kept (name varchar primary key)");
        threads = Executors.newVirtualThreadPerTaskExecutor();
    }

    @AfterEach
    void close() {
        end.countDown();
        threads.close();
        store.close();
    }

    private Future<Integer> writing(String name) {
        return threads.submit(() -> store.database().write(session -> {
            int rows = session.insert("insert into kept (name) values (?)", name);
            begun.countDown();
            awaitEnd();
            return rows;
        }));
    }

    private void awaitEnd() {
        try {
            end.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Future<List<String>> reading() {
        return threads.submit(() -> store.database().read(session -> session.list(row -> row.text("name"), "select name from kept")));
    }

    @Test
    void whoComesLaterWritesWhenTheFirstHasCommitted() throws Exception {
        Future<Integer> first = writing("first");
        begun.await();
        AtomicInteger seen = new AtomicInteger();
        Future<Integer> second = threads.submit(() -> store.database().write(session -> {
            seen.set((int) session.number(new Query("select count(*) as n from kept", List.of())));
            return session.insert("insert into kept (name) values (?)", "second");
        }));
        await().during(Duration.ofMillis(200)).until(() -> !second.isDone());

        end.countDown();

        assertThat(List.of(first.get(), second.get())).containsExactly(1, 1);
        assertThat(seen).hasValue(1);
    }

    @Test
    void whoReadsDoesNotWait() throws Exception {
        Future<Integer> first = writing("first");
        begun.await();

        assertThat(reading().get()).isEmpty();

        end.countDown();
        first.get();
        assertThat(reading().get()).containsExactly("first");
    }

    @Test
    void aTransactionThatFailsGivesItsTurnBack() throws Exception {
        Future<Integer> failing = threads.submit(() -> store.database().write(session -> {
            throw new IllegalStateException("no");
        }));
        await().until(failing::isDone);
        end.countDown();

        assertThat(writing("next").get()).isEqualTo(1);
    }
}
