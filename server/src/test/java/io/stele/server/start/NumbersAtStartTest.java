package io.stele.server.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.stele.adapters.zavu.ZavuIds;
import io.stele.core.channel.Endpoint;
import io.stele.core.channel.EndpointSettings;
import io.stele.core.connection.NumberStore;
import io.stele.core.event.EventLog;
import io.stele.core.event.EventNumbering;
import io.stele.core.founding.ProjectStore;
import io.stele.core.project.Mode;
import io.stele.core.project.ProjectId;
import io.stele.core.project.Scope;
import io.stele.server.OnDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Numbers that the settings file lists, and the keys with which what it tells of them is sealed. */
abstract class NumbersAtStartTest implements OnDatabase {

    private static final String ONE =
            """
            stele:
              whatsapp:
                - phone-number: +15550140001
                  phone-number-id: 7100001
                  waba-id: 8100001
                  access-token: ${TOKEN}
                  app-secret: app-secret-1
                  verify-token: verify-token-1
                  version: v24.0
            """;
    private static final String TWO = ONE
            + """
                - name: Second
                  phone_number: +1 555 014 0002
                  phone_number_id: 7100002
                  waba_id: 8100001
                  access_token: token-2
                  url: http://localhost:9
            """;

    @TempDir
    private Path directory;

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private Map<String, String> database;

    @BeforeEach
    void chooseDatabase() {
        database = database(directory);
    }

    private SteleServer start(Map<String, String> settings) {
        Map<String, String> environment = new HashMap<>(database);
        environment.put("STELE_PORT", "0");
        environment.put("TOKEN", "token-1");
        environment.putAll(settings);
        return SteleServer.start(environment, directory, new PrintStream(told, true, StandardCharsets.UTF_8));
    }

    private SteleServer start() {
        return start(Map.of());
    }

    private void file(String content) throws IOException {
        Files.writeString(directory.resolve("stele.yml"), content);
    }

    private static Endpoint number(SteleServer server, String phoneNumberId) {
        return server.context().getBean(NumberStore.class).connected(phoneNumberId).orElseThrow();
    }

    private static Map<String, String> settings(SteleServer server, String phoneNumberId) {
        return server.context().getBean(EndpointSettings.class).of(number(server, phoneNumberId));
    }

    private static ProjectId project(SteleServer server) {
        return server.context().getBean(ProjectStore.class).oldest().orElseThrow();
    }

    private static long events(SteleServer server) {
        server.context().getBean(EventNumbering.class).number();
        return server.context()
                .getBean(EventLog.class)
                .extent(new Scope(project(server), Mode.LIVE))
                .last();
    }

    private static String newKey() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    @Test
    void theNumbersAreConnectedInTheFirstProject() throws IOException {
        file(TWO);
        try (SteleServer server = start()) {
            Endpoint first = number(server, "7100001");
            Endpoint second = number(server, "7100002");

            assertThat(first.scope()).isEqualTo(new Scope(project(server), Mode.LIVE));
            assertThat(first.address().value()).isEqualTo(first.name()).isEqualTo("+15550140001");
            assertThat(first.connector()).isEqualTo("whatsapp");
            assertThat(second.name()).isEqualTo("Second");
            assertThat(second.address().value()).isEqualTo("+15550140002");
            assertThat(settings(server, "7100001"))
                    .isEqualTo(Map.of(
                            "access_token", "token-1",
                            "app_secret", "app-secret-1",
                            "verify_token", "verify-token-1",
                            "version", "v24.0"));
            assertThat(settings(server, "7100002"))
                    .isEqualTo(Map.of("access_token", "token-2", "url", "http://localhost:9"));
            assertThat(events(server)).isEqualTo(2);
        }
    }

    @Test
    void nobodyIsToldToTryItWithMessagesThatWouldGoOutByARealNumber() throws IOException {
        file(ONE);
        try (SteleServer _ = start()) {
            assertThat(told.toString(StandardCharsets.UTF_8)).contains("Zavu key").doesNotContain("Try it:");
        }
    }

    @Test
    void graphsUrlIsThatOfTheSettingsUnlessTheNumberHasItsOwn() throws IOException {
        file(TWO);
        try (SteleServer server = start(Map.of("STELE_GRAPH_URL", "http://localhost:8"))) {
            assertThat(settings(server, "7100001")).containsEntry("url", "http://localhost:8");
            assertThat(settings(server, "7100002")).containsEntry("url", "http://localhost:9");
        }
    }

    @Test
    void startingAgainWritesNothing() throws IOException {
        file(TWO);
        Instant written;
        try (SteleServer server = start()) {
            written = number(server, "7100001").updatedAt();
        }
        try (SteleServer server = start()) {
            assertThat(number(server, "7100001").updatedAt()).isEqualTo(written);
            assertThat(events(server)).isEqualTo(2);
        }
    }

    @Test
    void whatTheFileChangesIsBroughtUpToDate() throws IOException {
        file(ONE);
        Endpoint before;
        try (SteleServer server = start()) {
            before = number(server, "7100001");
        }
        file(ONE.replace("app-secret-1", "app-secret-2")
                .replace("8100001", "8100002")
                .replace("0140001", "0140003")
                .replace("      version: v24.0\n", "      name: Named\n"));
        try (SteleServer server = start(Map.of("TOKEN", "token-3"))) {
            Endpoint after = number(server, "7100001");

            assertThat(after.id()).isEqualTo(before.id());
            assertThat(after.name()).isEqualTo("Named");
            assertThat(after.address().value()).isEqualTo("+15550140003");
            assertThat(after.whatsAppNumber().orElseThrow().businessAccountId()).isEqualTo("8100002");
            assertThat(settings(server, "7100001"))
                    .containsOnlyKeys("access_token", "app_secret", "earlier_app_secret", "earlier_app_secret_until", "verify_token")
                    .containsAllEntriesOf(Map.of(
                            "access_token", "token-3",
                            "app_secret", "app-secret-2",
                            "earlier_app_secret", "app-secret-1",
                            "verify_token", "verify-token-1"));
        }
    }

    @Test
    void aNumberThatWasDisconnectedIsConnectedAgainAsLongAsItIsListed() throws IOException {
        file(ONE);
        Endpoint before;
        try (SteleServer server = start()) {
            before = number(server, "7100001");
            server.context().getBean(NumberStore.class).disconnect(before, Instant.now());
        }
        try (SteleServer server = start()) {
            assertThat(number(server, "7100001").id()).isEqualTo(before.id());
        }
    }

    @Test
    void twoNodesThatStartAtOnceConnectEachNumberOnce() throws Exception {
        file(TWO);
        if (database.containsKey("STELE_DATA_DIR")) {
            database = Map.of("STELE_DATABASE_URL", "jdbc:h2:mem:" + directory.getFileName() + ";DB_CLOSE_DELAY=-1");
        }
        Callable<SteleServer> node = this::start;
        try (ExecutorService nodes = Executors.newFixedThreadPool(2)) {
            List<Future<SteleServer>> started = nodes.invokeAll(List.of(node, node));
            try (SteleServer one = started.get(0).get();
                    SteleServer other = started.get(1).get()) {
                assertThat(number(one, "7100001")).isEqualTo(number(other, "7100001"));
                assertThat(settings(other, "7100002")).isEqualTo(settings(one, "7100002"));
                assertThat(events(one)).isEqualTo(2);
            }
        }
    }

    @Test
    void aProjectIsNamedByItsIdInEitherForm() throws IOException {
        ProjectId project;
        try (SteleServer server = start()) {
            project = project(server);
        }
        file(ONE + "      project: " + ZavuIds.text(project.value()) + "\n");
        start().close();
        file(ONE + "      project: " + project.value() + "\n");
        start().close();
        file(ONE + "      project: 0190b2f0-0000-7000-8000-000000000001\n");

        assertRefused(Map.of(), "'stele.whatsapp[0].project' must be the id of a project.");
    }

    @Test
    void aPhoneNumberThatIsAnothersStopsTheStart() throws IOException {
        file(ONE);
        start().close();
        file(ONE.replace("7100001", "7100009"));

        assertRefused(
                Map.of(),
                "'stele.whatsapp[0].phone-number-id' is connected in another project, or its phone number is that of another number.");
    }

    @Test
    void theKeyFileIsMadeWithTheFirstSecretOnly() throws IOException {
        Map<String, String> dataDirectory = Map.of("STELE_DATA_DIR", directory.resolve("data").toString());
        start(dataDirectory).close();
        assertThat(directory.resolve("data").resolve("secret.key")).doesNotExist();
        file(ONE);

        start(dataDirectory).close();

        assertThat(directory.resolve("data").resolve("secret.key")).exists();
    }

    @Test
    void aWrongKeyStopsTheStart() throws IOException {
        String right = newKey();
        file(ONE);
        start(Map.of("STELE_SECRET_KEY", right)).close();

        assertRefused(Map.of("STELE_SECRET_KEY", newKey()), "with which secrets in the database are sealed; none of its keys is that.");
        assertRefused(
                Map.of(),
                "with which secrets in the database are sealed; it is not set, and no file secret.key in the data directory holds it.");
        try (SteleServer server = start(Map.of("STELE_SECRET_KEY", right))) {
            assertThat(settings(server, "7100001")).containsEntry("access_token", "token-1");
        }
    }

    @Test
    void aNewKeyTakesOverAtAStart() throws IOException {
        String old = newKey();
        String next = newKey();
        file(ONE);
        start(Map.of("STELE_SECRET_KEY", old)).close();

        start(Map.of("STELE_SECRET_KEY", next + ", " + old)).close();

        try (SteleServer server = start(Map.of("STELE_SECRET_KEY", next))) {
            assertThat(settings(server, "7100001")).containsEntry("access_token", "token-1");
        }
    }

    private void assertRefused(Map<String, String> settings, String ending) {
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> start(settings))
                .withMessageEndingWith(ending)
                .withMessageNotContaining("\n")
                .withMessageNotContaining("token-1");
    }
}
