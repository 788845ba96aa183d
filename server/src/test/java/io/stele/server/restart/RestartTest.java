package io.stele.server.restart;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import io.stele.server.Answer;
import io.stele.server.Http;
import io.stele.server.OnDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A server that goes down in the middle of its deliveries loses nothing that it answered for, completes every status after the next start, and
 * hands no message to the provider twice. The ledger of the pretend provider is read from the database itself.
 */
@Execution(ExecutionMode.CONCURRENT)
abstract class RestartTest implements OnDatabase {

    private static final String ZAVU = "zv_live_restart_of_the_server";
    private static final int CALLERS = 8;
    private static final int ENOUGH = 150;

    @TempDir
    private Path directory;

    @Test
    void killed_in_the_middle_of_deliveries() throws InterruptedException, SQLException {
        survives(SteleProcess::kill);
    }

    @Test
    void stopped_in_the_middle_of_deliveries() throws InterruptedException, SQLException {
        survives(SteleProcess::stop);
    }

    private void survives(Consumer<SteleProcess> end) throws InterruptedException, SQLException {
        Map<String, String> environment = environment();
        Set<String> answered = ConcurrentHashMap.newKeySet();
        try (SteleProcess first = SteleProcess.start(environment, directory)) {
            sendUntil(first, answered, () -> end.accept(first));
        }
        assertThat(answered).hasSizeGreaterThan(ENOUGH);

        try (SteleProcess second = SteleProcess.start(environment, directory)) {
            Awaitility.await("every answered message is delivered")
                    .atMost(Duration.ofSeconds(90))
                    .pollInterval(Duration.ofMillis(300))
                    .untilAsserted(() -> {
                        Map<String, String> statuses = statuses(second.http());
                        assertThat(statuses.keySet()).containsAll(answered);
                        assertThat(new HashSet<>(statuses.values())).containsExactly("delivered");
                    });
            second.stop();
        }

        Map<String, Integer> ledger = ledger(environment);
        assertThat(ledger.size()).isGreaterThanOrEqualTo(answered.size());
        assertThat(new HashSet<>(ledger.values())).as("how often each message was handed over").containsExactly(1);
    }

    /** Callers send by SMS, which needs no open window, until enough is answered; then the end comes while they go on. */
    private void sendUntil(SteleProcess stele, Set<String> answered, Runnable end) throws InterruptedException {
        AtomicBoolean ended = new AtomicBoolean();
        AtomicInteger count = new AtomicInteger();
        try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
            for (int caller = 0; caller < CALLERS; caller++) {
                String to = "+4915%08d".formatted(90_000_000 + caller);
                callers.execute(() -> {
                    while (!ended.get()) {
                        try {
                            Answer answer = stele.http().post(
                                            "/v1/messages",
                                            ZAVU,
                                            "{\"to\":\"%s\",\"channel\":\"sms\",\"text\":\"n%d\"}"
                                                    .formatted(to, count.incrementAndGet()));
                            if (answer.status() == 202) {
                                answered.add(answer.string("message", "id"));
                            }
                        } catch (RuntimeException e) {
                            return;
                        }
                    }
                });
            }
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> answered.size() > ENOUGH);
            end.run();
            ended.set(true);
            callers.shutdown();
            assertThat(callers.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static Map<String, String> statuses(Http http) {
        Map<String, String> statuses = new TreeMap<>();
        String cursor = "";
        do {
            Answer page = http.get("/v1/messages?limit=100" + cursor, ZAVU);
            for (JsonNode message : page.at("items").values()) {
                statuses.put(
                        message.get("id").getStringValue(), message.get("status").getStringValue());
            }
            JsonNode next = page.at("nextCursor");
            cursor = next.isString() ? "&cursor=" + next.getStringValue() : "";
        } while (!cursor.isEmpty());
        return statuses;
    }

    private Map<String, Integer> ledger(Map<String, String> environment) throws SQLException {
        String url = environment.getOrDefault(
                "STELE_DATABASE_URL",
                "jdbc:h2:file:" + environment.get("STELE_DATA_DIR")
                        + "/stele;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH");
        Map<String, Integer> ledger = new HashMap<>();
        try (Connection connection = DriverManager.getConnection(
                        url,
                        environment.getOrDefault("STELE_DATABASE_USERNAME", "stele"),
                        environment.getOrDefault("STELE_DATABASE_PASSWORD", "stele"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select message_id, attempts from sandbox_entry")) {
            while (rows.next()) {
                ledger.put(HexFormat.of().formatHex(rows.getBytes(1)), rows.getInt(2));
            }
        }
        return ledger;
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(Map.of(
                "STELE_BOOTSTRAP_ZAVU_KEY", ZAVU,
                "STELE_SANDBOX_CLOCK", "100,300,never"));
        environment.putAll(database(directory));
        return environment;
    }
}
