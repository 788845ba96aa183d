package io.stele.server.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.server.Answer;
import io.stele.server.SteleServerTest;
import io.stele.server.Tenant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One webhook more than a project may have is refused, in the form of whichever API it was asked for. */
abstract class TooManyWebhooksTest extends SteleServerTest {

    private static final String URL = "https://receiver.example.com/hook";
    private static final String REASON = "The project has 2 webhooks, which is as many as it may have; remove one first";

    @Override
    protected Map<String, String> settings() {
        return Map.of("STELE_WEBHOOK_LIMIT", "2");
    }

    private Answer chirp(Tenant tenant) {
        return http().post("/v1/webhooks", tenant.chirpApp(), "{\"url\":\"" + URL + "\",\"events\":[\"messages.whatsapp.received\"]}");
    }

    private Answer zavu(Tenant tenant) {
        return http().post("/v1/senders", tenant.zavu(), "{\"name\":\"One more\",\"webhookUrl\":\"" + URL + "\"}");
    }

    private Answer kapso(Tenant tenant) {
        return http().send(
                "POST",
                "/platform/v1/whatsapp/webhooks",
                Map.of("X-API-Key", tenant.kapso(), "Content-Type", "application/json"),
                "{\"whatsapp_webhook\":{\"url\":\"" + URL + "\",\"events\":[\"whatsapp.phone_number.created\"]}}");
    }

    private Tenant full() {
        Tenant tenant = stele().found("Full");
        assertThat(chirp(tenant).status()).isEqualTo(201);
        assertThat(kapso(tenant).status()).isEqualTo(201);
        return tenant;
    }

    @Test
    void zavuRefusesItAndMakesNoSender() {
        Tenant tenant = full();

        Answer refused = zavu(tenant);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.string("message")).isEqualTo(REASON + ".");
        assertThat(http().get("/v1/senders", tenant.zavu()).at("items").size()).isEqualTo(1);
        assertThat(http().post("/v1/senders", tenant.zavu(), "{\"name\":\"Without\"}").status()).isEqualTo(201);
    }

    @Test
    void zavuRefusesToGiveItToASender() {
        Tenant tenant = full();

        Answer refused = http().send(
                "PATCH",
                "/v1/senders/" + tenant.senderId(),
                Map.of("Authorization", "Bearer " + tenant.zavu(), "Content-Type", "application/json"),
                "{\"webhookUrl\":\"" + URL + "\"}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.string("message")).isEqualTo(REASON + ".");
    }

    @Test
    void kapsoRefusesIt() {
        Answer refused = kapso(full());

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.string("error")).isEqualTo(REASON);
    }

    @Test
    void chirpRefusesIt() {
        Answer refused = chirp(full());

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.string("error", "message")).isEqualTo(REASON + ".");
        assertThat(refused.string("error", "type")).isEqualTo("invalid_request_error");
    }
}
