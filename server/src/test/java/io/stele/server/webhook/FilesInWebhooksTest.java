package io.stele.server.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micronaut.json.tree.JsonNode;
import io.stele.server.Answer;
import io.stele.server.Receiver;
import io.stele.server.RunningStele;
import io.stele.server.SteleServerTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** A person sends a file, and the webhook of each language is told by what link it can be had: as the API of the same language shows it. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FilesInWebhooksTest extends SteleServerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String ZAVU = Receiver.newPath();
    private static final String KAPSO = Receiver.newPath();
    private static final String META = Receiver.newPath();
    private static final String CHIRP = Receiver.newPath();

    private final HttpClient client = HttpClient.newHttpClient();
    private final Receiver receiver = Receiver.start();

    @Override
    protected Map<String, String> settings() {
        return Map.of("STELE_WEBHOOK_ALLOW", "127.0.0.0/8");
    }

    @BeforeAll
    void subscribe() {
        require(200, http().send("PATCH", "/v1/senders/" + tenant().senderId(), json("Authorization", "Bearer " + tenant().zavu()),
                "{\"webhookUrl\":\"%s\",\"webhookEvents\":[\"message.inbound\"]}".formatted(receiver.url(ZAVU))));
        hookKapso("\"url\":\"%s\",\"events\":[\"whatsapp.message.received\"]".formatted(receiver.url(KAPSO)));
        hookKapso("\"url\":\"%s\",\"kind\":\"meta\"".formatted(receiver.url(META)));
        new ChirpHooks(http(), tenant().chirpApp()).add(receiver.url(CHIRP), "messages.whatsapp.received");
    }

    @AfterAll
    void stop() {
        client.close();
        receiver.close();
    }

    private void hookKapso(String members) {
        require(201, http().send("POST", "/platform/v1/whatsapp/webhooks", json("X-API-Key", tenant().kapso()),
                "{\"whatsapp_webhook\":{%s,\"secret_key\":\"a secret\",\"phone_number_id\":\"%s\"}}"
                        .formatted(members, tenant().phoneNumberId())));
    }

    private static Map<String, String> json(String header, String value) {
        return Map.of(header, value, "Content-Type", "application/json");
    }

    private static void require(int status, Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    }

    /** A person sends a picture; the message's id in Zavu's form. */
    private String picture() {
        return stele().writeIn(
                RunningStele.newCustomer(),
                tenant(),
                "{\"type\":\"image\",\"image\":{\"id\":\"9%s\",\"mime_type\":\"image/png\",\"caption\":\"Look\"}}"
                        .formatted(RunningStele.newCustomer().substring(4)));
    }

    private JsonNode told(String path) {
        int before = receiver.at(path).size();
        picture();
        await().atMost(PATIENCE).until(() -> receiver.at(path).size() > before);
        return receiver.at(path).getLast().json();
    }

    private static JsonNode at(JsonNode node, Object... path) {
        JsonNode found = node;
        for (Object step : path) {
            found = step instanceof Integer index ? found.get(index) : found.get((String) step);
            assertThat(found).as(step + " in " + node).isNotNull();
        }
        return found;
    }

    private static String text(JsonNode node, Object... path) {
        return at(node, path).getStringValue();
    }

    private byte[] fetch(String url) throws Exception {
        assertThat(url).startsWith(stele().url() + "/media/");
        HttpResponse<byte[]> file = client.send(
                HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(30)).build(),
                HttpResponse.BodyHandlers.ofByteArray());
        assertThat(file.statusCode()).isEqualTo(200);
        return file.body();
    }

    private Answer kapso(String path) {
        return http().send("GET", path, Map.of("X-API-Key", tenant().kapso()), null);
    }

    @Test
    void zavusBodyHasTheLinkThatItsApiShows() throws Exception {
        JsonNode data = at(told(ZAVU), "data");
        Answer shown = http().get("/v1/messages/" + text(data, at(data, "messageId") == null ? "id" : "messageId"), tenant().zavu());

        assertThat(text(data, "content", "mediaUrl")).isEqualTo(shown.string("message", "content", "mediaUrl"));
        assertThat(fetch(text(data, "content", "mediaUrl"))).isNotEmpty();
    }

    @Test
    void kapsosBodyHasTheLinksThatItsApiShows() throws Exception {
        JsonNode message = at(told(KAPSO), "message");
        Answer shown = kapso("/platform/v1/whatsapp/messages/" + text(message, "id"));
        String link = shown.string("data", "kapso", "media_url");

        assertThat(text(message, "kapso", "media_url")).isEqualTo(link);
        assertThat(text(message, "kapso", "media_data", "url")).isEqualTo(link);
        assertThat(text(message, "kapso", "content")).contains("URL: " + link);
        assertThat(fetch(link)).isNotEmpty();
    }

    @Test
    void chirpsBodyHasALinkAndTheIdOfTheFile() throws Exception {
        JsonNode message = at(told(CHIRP), "data", "message");
        String link = text(message, "mediaUrl");
        Answer file = http().get("/v1/media/" + text(message, "mediaId"), tenant().chirpApp());

        assertThat(text(message, "media", "url")).isEqualTo(link);
        assertThat(text(message, "media", "id")).isEqualTo(text(message, "mediaId")).startsWith("med_");
        assertThat(fetch(link)).isEqualTo(fetch(file.string("url")));
    }

    @Test
    void metasFormNamesTheFileAndNoLink() {
        JsonNode image = at(told(META), "entry", 0, "changes", 0, "value", "messages", 0, "image");

        assertThat(text(image, "id")).startsWith("9");
        assertThat(image.get("link")).isNull();
    }
}
