package io.stele.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.server.store.sql.Database;
import io.stele.server.store.sql.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@link Database}: what is committed is seen by whoever asks afterwards, also by those who asked the same while it was being written. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public abstract class CommittedRowsContract extends StoreContract {

    /** So many that H2, when it may answer from what it remembers, got some wrong each of the few times that it was tried. */
    private static final int ROUNDS = 1_000;

    private static final int AT_ONCE = 8;

    private Database database;

    protected CommittedRowsContract(Supplier<TestStore> opening) {
        super(opening);
    }

    @BeforeEach
    void rows() {
        database = store.database();
        store.run("create table if not exists written (name varchar primary key)");
        store.run("insert into written (name) values ('turn')");
    }

    private boolean isThere(String name) {
        return database.read(session -> isFound(session, "select name from written where name = ?", name));
    }

    /** Waits for its turn, and writes the row when nobody has. */
    private static boolean write(Session session, String name) {
        return isFound(session, "select name from written where name = ? for update", "turn")
                && !isFound(session, "select name from written where name = ? for update", name)
                && session.insert("insert into written (name) values (?)", name) == 1;
    }

    private static boolean isFound(Session session, String query, String name) {
        return session.first(row -> row.text("name"), query, name).isPresent();
    }

    @Test
    void areSeenByThoseWhoAskedWhileTheyWereWritten() {
        CyclicBarrier round = new CyclicBarrier(AT_ONCE);

        List<List<String>> unseen = Together.times(AT_ONCE, () -> {
            List<String> missed = new ArrayList<>();
            for (int i = 0; i < ROUNDS; i++) {
                String name = "row " + i;
                round.await(30, TimeUnit.SECONDS);
                if (!isThere(name)) {
                    database.write(session -> write(session, name));
                }
                if (!isThere(name)) {
                    missed.add(name);
                }
            }
            return missed;
        });

        assertThat(unseen).hasSize(AT_ONCE).allMatch(List::isEmpty);
    }
}
