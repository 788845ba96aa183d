package io.stele.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.micronaut.transaction.TransactionOperations;
import io.stele.server.store.sql.StoreException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How PostgreSQL treats the connections of the pool. */
class ConnectionsTest {

    @ParameterizedTest
    @CsvSource({"lock_timeout, 5s", "idle_in_transaction_session_timeout, 30s", "join_collapse_limit, 1", "jit, off"})
    void aConnectionHasTheSetting(String setting, String value) {
        try (TestStore store = PostgresDatabases.open()) {
            Optional<String> found =
                    store.database().read(session -> session.first(row -> row.text(setting), "show " + setting));

            assertThat(found).contains(value);
        }
    }

    @Test
    @SuppressWarnings("unchecked") // there is one such bean
    void aServerThatIsSilentForAMinuteIsGivenUp() {
        try (TestStore store = PostgresDatabases.open()) {
            TransactionOperations<Connection> transactions = store.get(TransactionOperations.class);

            int milliseconds = transactions.executeRead(status -> status.getConnection().getNetworkTimeout());

            assertThat(milliseconds).isEqualTo(60_000);
        }
    }

    /** All connections of the pool are taken, and stay so. */
    @Test
    void aPoolThatIsExhaustedIsAPassingFault() {
        try (TestStore store = PostgresDatabases.open();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CountDownLatch taken = new CountDownLatch(8);
            CountDownLatch over = new CountDownLatch(1);
            for (int i = 0; i < 8; i++) {
                threads.submit(() -> store.database().read(_ -> {
                    taken.countDown();
                    return awaited(over);
                }));
            }
            assertThat(awaited(taken)).isTrue();

            Throwable failure = catchThrowable(() -> store.database().read(session -> session));
            over.countDown();

            assertThat(failure).isInstanceOf(StoreException.class);
            assertThat(DatabaseFault.isPassing(failure)).as("%s", failure).isTrue();
        }
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    void aServerThatOnlyReadsIsFoundOutAndIsAPassingFault() throws SQLException {
        String url = PostgresDatabases.url();
        try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("alter database " + connection.getCatalog() + " set default_transaction_read_only = on");
        }
        try (TestStore store = TestStore.open(url, "postgres", "postgres")) {
            Throwable failure = catchThrowable(() -> store.get(WriteProbe.class).write());

            assertThat(failure).isNotNull();
            assertThat(DatabaseFault.isPassing(failure)).as("%s", failure).isTrue();
        }
    }
}
