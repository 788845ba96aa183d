package io.stele.server.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartTest {

    private final HttpClient client = HttpClient.newHttpClient();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @TempDir
    private Path directory;

    @Test
    void theFirstStartMakesAProjectAndTellsItsKeysOnce() {
        start(Map.of()).close();
        String banner = out.toString(StandardCharsets.UTF_8);
        out.reset();
        start(Map.of()).close();

        assertThat(banner).containsPattern("Zavu key +zv_live_\\w+").containsPattern("Kapso key +kp_\\w+").contains("curl -s http");
        assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void theBannerShowsTheBootstrapKeysAndThePublicUrl() {
        start(Map.of(
                        "STELE_BOOTSTRAP_ZAVU_KEY", "zv_live_first_of_all_keys",
                        "STELE_BOOTSTRAP_PHONE_NUMBER_ID", "phone-1",
                        "STELE_PUBLIC_URL", "https://stele.example.com/"))
                .close();

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("zv_live_first_of_all_keys", "phone-1", "curl -s https://stele.example.com/v1/messages");
    }

    @Test
    void itIsHealthyAndTellsNothingAboutItself() throws Exception {
        try (SteleServer server = start(Map.of())) {
            HttpResponse<String> health = get(server, "/health");

            assertThat(health.statusCode()).isEqualTo(200);
            assertThat(health.body()).isEqualTo("{\"status\":\"UP\"}");
            assertThat(health.headers().map()).doesNotContainKey("server");
        }
    }

    @Test
    void itServesTheDocumentsOfItsApis() throws Exception {
        try (SteleServer server = start(Map.of())) {
            for (String name : new String[] {"zavu", "chirp", "kapso", "stele"}) {
                HttpResponse<String> document = get(server, "/openapi/" + name + ".yml");
                assertThat(document.statusCode()).isEqualTo(200);
                assertThat(document.headers().firstValue("content-type")).contains("application/yaml; charset=utf-8");
                assertThat(document.body()).startsWith("openapi: 3.1");
            }
            assertThat(get(server, "/openapi/other.yml").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void aPortThatIsInUseIsToldInASentence() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("0.0.0.0"))) {
            assertThatExceptionOfType(SettingsException.class)
                    .isThrownBy(() -> start(Map.of("STELE_PORT", String.valueOf(taken.getLocalPort()))))
                    .withMessage("STELE_PORT is " + taken.getLocalPort() + ", a port that is in use or not allowed.");
        }
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("Zavu key", "sender id").doesNotContain("Try it:");
    }

    @Test
    void aDatabaseThatIsNotThereIsToldInASentence() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }

        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> start(Map.of("STELE_DATABASE_URL", "jdbc:postgresql://127.0.0.1:" + closed + "/stele")))
                .withMessageStartingWith("The database that STELE_DATABASE_URL names cannot be used: ")
                .withMessageNotContaining("\n");
    }

    @Test
    void aDatabaseOfSomethingElseIsToldInASentence() throws SQLException {
        String url = "jdbc:h2:file:" + directory.resolve("other");
        try (Connection connection = DriverManager.getConnection(url, "stele", "stele");
                Statement statement = connection.createStatement()) {
            statement.execute("create schema \"public\"");
            statement.execute("create table \"public\".cookies (id int)");
        }

        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> start(Map.of("STELE_DATABASE_URL", url)))
                .withMessageStartingWith("The database that STELE_DATABASE_URL names cannot be used: ")
                .withMessageNotContaining("\n");
    }

    @Test
    void aWrongSettingEndsTheProgramWithOneSentence() throws Exception {
        ProcessBuilder program = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Stele.class.getName());
        program.environment().put("STELE_PORT", "high");
        Process process = program.directory(directory.toFile()).start();

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        assertThat(new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualToIgnoringNewLines("STELE_PORT must be a whole number from 0 to 65535.");
        assertThat(process.getInputStream().readAllBytes()).isEmpty();
    }

    private SteleServer start(Map<String, String> settings) {
        Map<String, String> environment = new HashMap<>(settings);
        environment.putIfAbsent("STELE_PORT", "0");
        return SteleServer.start(environment, directory, new PrintStream(out, true, StandardCharsets.UTF_8));
    }

    private HttpResponse<String> get(SteleServer server, String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(server.url().resolve(path)).build(), BodyHandlers.ofString());
    }
}
