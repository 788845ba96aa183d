package io.stele.server.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micronaut.json.tree.JsonNode;
import io.stele.server.Answer;
import io.stele.server.Receiver;
import io.stele.server.RunningStele;
import io.stele.server.SteleServerTest;
import io.stele.server.store.sql.Database;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How each API shows what could not be put into the words of a webhook. What it answers is held against its document by whoever asks. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
abstract class UntoldInApisTest extends SteleServerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration QUIET = Duration.ofMillis(1500);
    private static final String WORD = "message_received";

    private final Receiver receiver = Receiver.start();
    private final String path = Receiver.newPath();
    private String chirp = "";

    @Override
    protected Map<String, String> settings() {
        return Map.of("STELE_WEBHOOK_ALLOW", "127.0.0.0/8");
    }

    @BeforeAll
    void failToTellThree() {
        String url = receiver.url(path);
        require(200, http().send("PATCH", "/v1/senders/" + tenant().senderId(), json("Authorization", "Bearer " + tenant().zavu()),
                "{\"webhookUrl\":\"%s\",\"webhookEvents\":[\"message.inbound\"]}".formatted(url)));
        require(201, http().send("POST", "/platform/v1/whatsapp/webhooks", json("X-API-Key", tenant().kapso()),
                "{\"whatsapp_webhook\":{\"url\":\"%s\",\"events\":[\"whatsapp.message.received\"],\"secret_key\":\"s\",\"phone_number_id\":\"%s\"}}"
                        .formatted(url, tenant().phoneNumberId())));
        chirp = "/v1/webhooks/" + new ChirpHooks(http(), tenant().chirpApp()).add(url, "messages.whatsapp.received").id() + "/deliveries";
        stele().writeIn(RunningStele.newCustomer(), tenant(), "{\"type\":\"text\",\"text\":{\"body\":\"Hi\"}}");
        Database database = stele().server().context().getBean(Database.class);
        await().atMost(PATIENCE).until(() -> receiver.at(path).size() == 3);
        await().atMost(PATIENCE).until(() -> database.write(session -> session.update(
                        "update webhook_delivery set status = 'FAILED', event = '" + WORD + "', body = '' where status = 'DELIVERED'"))
                > 0 && database.read(session -> session.list(row -> row.text("event"), "select event from webhook_delivery where body <> ''"))
                        .isEmpty());
    }

    @AfterAll
    void stopReceiver() {
        receiver.close();
    }

    private static Map<String, String> json(String header, String value) {
        return Map.of(header, value, "Content-Type", "application/json");
    }

    private static void require(int status, Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    }

    private void nothingIsSentAgain() {
        await().during(QUIET).atMost(PATIENCE).until(() -> receiver.at(path).size() == 3);
    }

    @Test
    void zavuShowsItWithoutAPayloadAndSendsItNotAgain() {
        String deliveries = "/v1/senders/" + tenant().senderId() + "/webhook/deliveries";
        JsonNode listed = http().get(deliveries + "?status=failed", tenant().zavu()).at("items", 0);
        String one = deliveries + "/" + listed.get("id").getStringValue();

        Answer shown = http().get(one, tenant().zavu());
        Answer again = http().post(one + "/replay", tenant().zavu(), "");

        assertThat(listed.get("type").getStringValue()).isEqualTo(WORD);
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.at("payload").isNull()).isTrue();
        assertThat(again.status()).isEqualTo(202);
        assertThat(again.string("status")).isEqualTo("failed");
        nothingIsSentAgain();
    }

    @Test
    void kapsoShowsItWithoutAPayloadAndSendsItNotAgain() {
        Map<String, String> key = Map.of("X-API-Key", tenant().kapso());
        JsonNode listed = http().send("GET", "/platform/v1/webhook_deliveries?errors_only=true", key, null).at("data", 0);
        String one = "/platform/v1/webhook_deliveries/" + listed.get("id").getStringValue();

        Answer shown = http().send("GET", one, key, null);
        Answer again = http().send("POST", one + "/replay", key, null);

        assertThat(listed.get("event").getStringValue()).isEqualTo(WORD);
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.at("data", "payload").isNull()).isTrue();
        assertThat(again.status()).isEqualTo(202);
        assertThat(again.string("data", "status")).isEqualTo("failed");
        nothingIsSentAgain();
    }

    @Test
    void chirpShowsItWithoutAPayloadAndSendsItNotAgain() {
        JsonNode listed = http().get(chirp, tenant().chirpApp()).at("deliveries", 0);
        String one = chirp + "/" + listed.get("id").getStringValue();

        Answer shown = http().get(one, tenant().chirpApp());
        Answer again = http().post(one + "/replay", tenant().chirpApp(), "");

        assertThat(listed.get("event").getStringValue()).isEqualTo(WORD);
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.at("payload").isNull()).isTrue();
        assertThat(again.status()).isEqualTo(202);
        assertThat(again.string("status")).isEqualTo("FAILED");
        nothingIsSentAgain();
    }
}
