package io.stele.server.api.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import io.stele.server.start.SteleServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectsApiTest {

    private static final String TOKEN = "operators-token";
    private static final String NAMED = "{\"name\":\"Bakery\"}";

    private static SteleServer server;

    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void start(@TempDir Path directory) {
        server = run(Map.of("STELE_PORT", "0", "STELE_OPERATOR_TOKEN", TOKEN), directory);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void makesAProjectAndShowsItsKeys() throws Exception {
        HttpResponse<String> answer = post(server, "Bearer " + TOKEN, NAMED);

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("content-type")).contains("application/json");
        Map<String, Object> made = json(answer.body());
        assertThat(made).containsOnlyKeys("project", "phoneNumber", "phoneNumberId", "wabaId", "senderId", "keys");
        assertThat(made.get("project")).asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("name", "Bakery")
                .hasEntrySatisfying("id", id -> assertThat(id.toString()).matches("[0-9a-v]{26}"));
        assertThat(made.get("senderId").toString()).matches("[0-9a-v]{26}");
        assertThat(made.get("phoneNumber").toString()).matches("\\+155501\\d{5}");
        assertThat(made.get("phoneNumberId").toString()).matches("\\d{15}");
        assertThat(made.get("wabaId").toString()).matches("\\d{15}");
        assertThat(made.get("keys")).asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsOnlyKeys("zavu", "zavuTest", "kapso", "chirpAdmin", "chirpApp", "chirpTest");
    }

    @Test
    void makesAnotherProjectEachTime() throws Exception {
        assertThat(post(server, "Bearer " + TOKEN, NAMED).body()).isNotEqualTo(post(server, "Bearer " + TOKEN, NAMED).body());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                                           | {"name":"A"}  | 401 | unauthorized
                    Bearer other-token     | {"name":"A"}  | 401 | unauthorized
                    Bearer operators-toke  | {"name":"A"}  | 401 | unauthorized
                    Basic operators-token  | {"name":"A"}  | 401 | unauthorized
                    Bearer operators-token | {}            | 400 | invalid_request
                    Bearer operators-token | {"name":" "}  | 400 | invalid_request
                    Bearer operators-token | {"name":7}    | 400 | invalid_request
                    Bearer operators-token | {"name"       | 400 | invalid_request
                    Bearer operators-token | []            | 400 | invalid_request
                    """)
    void refusesFlat(@Nullable String authorization, String body, int status, String code) throws Exception {
        HttpResponse<String> answer = post(server, authorization, body);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(json(answer.body())).containsOnlyKeys("code", "message").containsEntry("code", code);
    }

    @Test
    void refusesANameThatIsTooLong() throws Exception {
        assertThat(post(server, "Bearer " + TOKEN, "{\"name\":\"" + "a".repeat(101) + "\"}").statusCode()).isEqualTo(400);
        assertThat(post(server, "Bearer " + TOKEN, "{\"name\":\"" + "🥐".repeat(101) + "\"}").statusCode()).isEqualTo(400);
    }

    @Test
    void takesANameOfAHundredCharactersWhateverTheyAre() throws Exception {
        assertThat(post(server, "Bearer " + TOKEN, "{\"name\":\"" + "🥐".repeat(100) + "\"}").statusCode()).isEqualTo(201);
    }

    @Test
    void takesNothingButPost() throws Exception {
        HttpRequest get = HttpRequest.newBuilder(server.url().resolve("/operator/projects"))
                .header("Authorization", "Bearer " + TOKEN)
                .build();
        HttpResponse<String> answer = client.send(get, BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(json(answer.body())).containsEntry("code", "method_not_allowed");
    }

    @Test
    void isNotThereWithoutAToken(@TempDir Path directory) throws Exception {
        try (SteleServer closed = run(Map.of("STELE_PORT", "0"), directory)) {
            HttpResponse<String> answer = post(closed, "Bearer " + TOKEN, NAMED);

            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(json(answer.body())).containsEntry("code", "not_found");
        }
    }

    private HttpResponse<String> post(SteleServer to, @Nullable String authorization, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(to.url().resolve("/operator/projects"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static Map<String, Object> json(String text) throws IOException {
        return JsonMapper.createDefault().readValue(text, Argument.mapOf(String.class, Object.class));
    }

    private static SteleServer run(Map<String, String> settings, Path directory) {
        return SteleServer.start(settings, directory, new PrintStream(OutputStream.nullOutputStream()));
    }
}
