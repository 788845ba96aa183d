package io.stele.server.restart;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.server.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server prints while it runs holds no secret, also where something goes wrong. */
class SecretsInTheLogTest {

    private static final String KAPSO = "kapso-key-of-the-secrets-test";

    @TempDir
    private Path directory;

    @Test
    void nothingThatIsPrintedHoldsASecret() throws IOException {
        Files.writeString(
                directory.resolve("stele.yml"),
                """
                stele:
                  bootstrap:
                    kapso-key: %s
                  whatsapp:
                    - phone-number: +15550140001
                      phone-number-id: 7100001
                      waba-id: 8100001
                      access-token: hidden-token-1
                      app-secret: ${APP_SECRET}
                      verify-token: hidden-verify-1
                      url: http://localhost:1
                """
                        .formatted(KAPSO));
        Map<String, String> environment = Map.of(
                "APP_SECRET", "hidden-app-secret-1",
                "STELE_GRAPH_URL", "http://localhost:1",
                "JAVA_TOOL_OPTIONS", "-Dlogback.configurationFile=logback.xml");
        StringBuilder answers = new StringBuilder();
        try (SteleProcess stele = SteleProcess.start(environment, directory)) {
            String customer = call(stele, answers, "POST", "/platform/v1/customers", "{\"customer\":{\"name\":\"Bakery\"}}")
                    .string("data", "id");
            call(
                    stele,
                    answers,
                    "POST",
                    "/platform/v1/customers/" + customer + "/whatsapp/phone_numbers",
                    "{\"whatsapp_phone_number\":{\"name\":\"N\",\"phone_number_id\":\"7100002\",\"business_account_id\":\"8\","
                            + "\"access_token\":\"hidden-token-2\",\"app_secret\":\"hidden-app-secret-2\"}}");
            call(
                    stele,
                    answers,
                    "PATCH",
                    "/platform/v1/whatsapp/phone_numbers/7100001",
                    "{\"whatsapp_phone_number\":{\"access_token\":\"hidden-token-3\",\"calls_enabled\":1}}");
            call(
                    stele,
                    answers,
                    "PATCH",
                    "/platform/v1/whatsapp/phone_numbers/7100001",
                    "{\"whatsapp_phone_number\":{\"access_token\":\"hidden-token-4\"}}");
            call(stele, answers, "GET", "/platform/v1/whatsapp/phone_numbers", null);
            call(stele, answers, "DELETE", "/platform/v1/whatsapp/phone_numbers/7100001", null);
            stele.stop();
        }

        String printed = Files.readString(directory.resolve("server.log"));
        assertThat(printed).contains("The WhatsApp number 7100001 is connected");
        assertThat(printed + answers).doesNotContain("hidden-");
    }

    private static Answer call(SteleProcess stele, StringBuilder answers, String method, String path, @Nullable String body) {
        Map<String, String> headers = new HashMap<>(Map.of("X-API-Key", KAPSO));
        if (body != null) {
            headers.put("Content-Type", "application/json");
        }
        Answer answer = stele.http().send(method, path, headers, body);
        answers.append(answer.text()).append('\n');
        return answer;
    }
}
