package io.stele.server.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stele.server.Answer;
import io.stele.server.OnPostgres;
import io.stele.server.RunningStele;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes that meet on one database. */
class TwoNodesTest implements OnPostgres {

    private static final long MESSAGES = 40;

    @Test
    void startAtOnceOnOneEmptyDatabaseAndMakeOneProject(@TempDir Path directory) throws Exception {
        Map<String, String> environment = new HashMap<>(database(directory));
        environment.put("STELE_PORT", "0");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream shared = new PrintStream(out, true, StandardCharsets.UTF_8);
        Callable<SteleServer> node = () -> SteleServer.start(environment, directory, shared);

        try (ExecutorService nodes = Executors.newFixedThreadPool(2)) {
            for (Future<SteleServer> started : nodes.invokeAll(List.of(node, node))) {
                started.get().close();
            }
        }

        String told = out.toString(StandardCharsets.UTF_8);
        assertThat(told).containsOnlyOnce("Try it:").containsOnlyOnce("Default project (");
        assertThat(count(told, "Zavu test key")).isEqualTo(1 + count(told, "The keys above open nothing"));
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    @Test
    void takeMessagesByTurnsAndSendEachOnce(@TempDir Path directory) throws SQLException {
        Map<String, String> environment = database(directory);
        try (RunningStele one = RunningStele.start(environment, directory);
                RunningStele other = RunningStele.start(environment, directory)) {
            List<RunningStele> nodes = List.of(one, other);
            List<String> customers = IntStream.range(0, 5).mapToObj(_ -> one.customerInConversation()).toList();
            for (int i = 0; i < MESSAGES; i++) {
                Answer answer = nodes.get(i % 2)
                        .http()
                        .post(
                                "/v1/messages",
                                one.tenant().zavu(),
                                "{\"to\":\"%s\",\"channel\":\"whatsapp\",\"text\":\"%d\"}"
                                        .formatted(customers.get(i % customers.size()), i));
                assertThat(answer.status()).as(answer.text()).isEqualTo(202);
            }

            await().atMost(Duration.ofSeconds(30))
                    .until(() -> number(environment, "select count(*) from message where status = 'READ'") == MESSAGES);
            assertThat(number(environment, "select count(*) from sandbox_entry")).isEqualTo(MESSAGES);
            assertThat(number(environment, "select sum(attempts) from sandbox_entry")).isEqualTo(MESSAGES);
            assertThat(number(environment, "select sum(pending) from lane")).isZero();
        }
    }

    @Test
    void takeARequestThatIsSentToBothAtOnceForOne(@TempDir Path directory) throws Exception {
        Map<String, String> environment = database(directory);
        try (RunningStele one = RunningStele.start(environment, directory);
                RunningStele other = RunningStele.start(environment, directory);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            String body = "{\"from\":\"%s\",\"to\":\"%s\",\"type\":\"text\",\"text\":{\"body\":\"Hi\"}}"
                    .formatted(one.tenant().phoneNumber(), one.customerInConversation());
            Map<String, String> headers = Map.of(
                    "Authorization", "Bearer " + one.tenant().chirpApp(),
                    "Content-Type", "application/json",
                    "Idempotency-Key", "once");
            List<Callable<Answer>> sends = IntStream.range(0, 16)
                    .<Callable<Answer>>mapToObj(i -> () ->
                            (i % 2 == 0 ? one : other).http().send("POST", "/v1/whatsapp/messages", headers, body))
                    .toList();
            List<String> ids = new ArrayList<>();
            for (Future<Answer> sent : threads.invokeAll(sends)) {
                ids.add(sent.get().string("id"));
            }

            assertThat(ids).hasSize(16).containsOnly(ids.getFirst());
            assertThat(number(environment, "select count(*) from message where direction = 'OUTBOUND'")).isEqualTo(1);
        }
    }

    private static long number(Map<String, String> environment, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        environment.get("STELE_DATABASE_URL"),
                        environment.get("STELE_DATABASE_USERNAME"),
                        environment.get("STELE_DATABASE_PASSWORD"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
