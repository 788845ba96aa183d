package io.stele.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.stele.server.store.sql.Database;
import io.stele.server.store.sql.LockWait;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@link Database}: how transactions wait for each other. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public abstract class LockWaitContract extends StoreContract {

    private static final String TAKEN = "insert into word (name, content) values ('one', 'x') on conflict do nothing";

    private static final String INSERT = "insert into word (name, content) values (?, ?)";
    private static final String NEW = "insert into word (name, content) values ('three', 'x')";

    private Database database;

    protected LockWaitContract(Supplier<TestStore> opening) {
        super(opening);
    }

    @BeforeEach
    void rows() {
        database = store.database();
        store.run("create table if not exists word (name varchar primary key, content varchar)");
        store.run("insert into word (name, content) values ('one', ''), ('two', '')");
    }

    private static String append(String name) {
        return "update word set content = content || 'x' where name = '" + name + "'";
    }

    private long length(String name) {
        return store.number("select length(content) from word where name = '" + name + "'");
    }

    /** More than there are processors, each of which would be kept by one that never pauses. */
    @Test
    void manyWhoWaitForOneWhoFoundAKeyTakenWaitForItsEnd() {
        int many = 4 * Runtime.getRuntime().availableProcessors();
        List<Integer> changed = Together.whileItWaits(
                store,
                () -> Together.times(many, () -> database.write(session -> session.update(append("two")))),
                store.hold(TAKEN, append("two"))::close);

        assertThat(changed).hasSize(many).containsOnly(1);
        assertThat(length("two")).isEqualTo(many + 1);
    }

    @Test
    void whoeverNeedsAKeyThatAnotherIsInsertingGivesUpInTime() {
        try (TestStore.Held _ = store.hold(NEW)) {
            Throwable failure = catchThrowable(
                    () -> database.write(Duration.ofMillis(400), session -> session.insert(INSERT, "three", "")));

            assertThat(failure).isNotNull().matches(LockWait::ended);
        }
        assertThat(length("three")).isEqualTo(1);
    }

    @Test
    void whoeverNeedsAKeyThatAnotherIsInsertingFindsItTaken() {
        int inserted = Together.whileItWaits(
                store, () -> database.write(session -> session.insert(INSERT, "three", "")), store.hold(NEW)::close);

        assertThat(inserted).isZero();
        assertThat(length("three")).isEqualTo(1);
    }

    @Test
    void whatWasDoneBeforeAKeyWasWaitedForIsDoneOnce() {
        Together.whileItWaits(
                store,
                () -> database.write(session -> {
                    session.update(append("one"));
                    session.insert(INSERT, "three", "");
                    return session.update(append("three"));
                }),
                store.hold(NEW)::close);

        assertThat(length("one")).isEqualTo(1);
        assertThat(length("three")).isEqualTo(2);
    }

    @Test
    void whoeverGivesUpHasChangedNothing() {
        try (TestStore.Held _ = store.hold(append("two"))) {
            catchThrowable(() -> database.write(Duration.ofMillis(400), session -> {
                session.update(append("one"));
                return session.update(append("two"));
            }));
        }

        assertThat(length("one")).isZero();
    }

    @Test
    void aTransactionThatIsWaitedForKeepsAllItDid() {
        int changed = Together.whileItWaits(
                store,
                () -> database.write(session -> session.batch(
                                "update word set content = content || ? where name = ?",
                                List.of(List.of("xx", "one"), List.of("xx", "two"), List.of("x", "one")))
                        .length),
                store.hold(append("two"))::close);

        assertThat(changed).isEqualTo(3);
        assertThat(length("one")).isEqualTo(3);
        assertThat(length("two")).isEqualTo(3);
    }
}
