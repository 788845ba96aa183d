package io.stele.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stele.server.store.sql.Session;
import io.stele.server.store.sql.SqlCauses;
import io.stele.server.store.sql.StoreException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes wrong in the database is told without a word of what people write. */
public abstract class SilenceContract extends StoreContract {

    private static final String SECRET = "the secret words";
    private static final String INSERT = "insert into idempotency (project_id, mode, idempotency_key, fingerprint, message_id, created_at)"
            + " values (?, ?, ?, ?, ?, current_timestamp)";

    private Traffic traffic;

    protected SilenceContract(Supplier<TestStore> opening) {
        super(opening);
    }

    @BeforeEach
    void ports() {
        traffic = new Traffic(store);
    }

    private List<Object> key(String mode) {
        return Arrays.asList(tenant.live().project().value(), mode, SECRET, SECRET, traffic.newId().value());
    }

    private void write(Consumer<Session> work) {
        store.database().write(session -> {
            work.accept(session);
            return tenant;
        });
    }

    private static void assertSilent(ThrowingCallable work, String state) {
        StoreException failure = catchThrowableOfType(StoreException.class, work);
        StringWriter whole = new StringWriter();
        failure.printStackTrace(new PrintWriter(whole));

        assertThat(SqlCauses.state(failure)).contains(state);
        assertThat(whole.toString()).doesNotContain(SECRET).contains("idempotency");
    }

    @Test
    void aKeyThatIsThereAlready() {
        write(session -> session.update(INSERT, key("LIVE").toArray()));

        assertSilent(() -> write(session -> session.update(INSERT, key("LIVE").toArray())), "23505");
    }

    @Test
    void aKeyThatIsThereAlreadyInABatch() {
        assertSilent(() -> write(session -> session.batch(INSERT, List.of(key("LIVE"), key("TEST"), key("LIVE")))), "23505");
    }

    @Test
    void aValueThatIsTooLong() {
        assertSilent(() -> write(session -> session.batch(INSERT, List.of(key("LIVE"), key(SECRET)))), "22001");
    }

    @Test
    void aValueThatIsNoUuid() {
        assertSilent(
                () -> store.database()
                        .read(session -> session.list(
                                row -> row.text("mode"),
                                "select mode from idempotency where project_id = cast(? as uuid)",
                                SECRET)),
                store.isPostgres() ? "22P02" : "22018");
    }
}
