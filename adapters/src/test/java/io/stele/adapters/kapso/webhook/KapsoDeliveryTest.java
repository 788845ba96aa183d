package io.stele.adapters.kapso.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.stele.adapters.kapso.Samples;
import io.stele.core.message.Text;
import io.stele.core.webhook.Payload;
import io.stele.core.webhook.RetrySchedule;
import io.stele.core.webhook.Webhook;
import io.stele.core.webhook.WebhookDelivery;
import io.stele.core.webhook.WebhookForm;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** How Kapso's own events are sent (contract sections 4.3, 4.5 and 4.6). */
class KapsoDeliveryTest {

    private static final String RECEIVED = "whatsapp.message.received";
    private static final WebhookForm.Buffering BUFFERING =
            new WebhookForm.Buffering(true, Duration.ofSeconds(5), 50, Set.of(RECEIVED));

    private final Payload payload = payload("Ist mein Paket da?");
    private final WebhookDelivery delivery = Hooks.delivery(payload, 41);
    private final byte[] body = payload.body().getBytes(StandardCharsets.UTF_8);

    @Test
    void aDeliveryHasExactlyTheHeadersOfTheContract() {
        assertThat(headers(Hooks.SECRET, Map.of(), 0))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "X-Webhook-Event", RECEIVED,
                        "X-Webhook-Signature", Signing.hex(Hooks.SECRET, body),
                        "X-Idempotency-Key", "019caa12-7c00-7000-8000-000000000029",
                        "X-Webhook-Payload-Version", "v2"));
    }

    @Test
    void theSignatureIsThatOfPublishedTestVectors() {
        String key = "Jefe";
        byte[] data = "what do ya want for nothing?".getBytes(StandardCharsets.UTF_8);
        Webhook webhook = webhook(key, Map.of());

        assertThat(Hooks.KAPSO.headers(webhook, delivery, data, 0, Samples.AT))
                .contains(entry(
                        "X-Webhook-Signature",
                        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void aBatchSaysHowManyItHolds(int batched) {
        assertThat(headers(Hooks.SECRET, Map.of(), batched))
                .hasSize(6)
                .contains(entry("X-Webhook-Batch", "true"), entry("X-Batch-Size", Integer.toString(batched)));
    }

    @ParameterizedTest
    @NullAndEmptySource
    void withoutASecretNothingIsSigned(@Nullable String secret) {
        assertThat(headers(secret, Map.of(), 0)).hasSize(3).doesNotContainKey("X-Webhook-Signature");
    }

    @Test
    void theWebhooksOwnHeadersGoAlong() {
        assertThat(headers(Hooks.SECRET, Map.of("Authorization", "Bearer 1", "X-Shop", "7"), 0))
                .hasSize(6)
                .contains(entry("Authorization", "Bearer 1"), entry("X-Shop", "7"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x-webhook-event",
                "X-Webhook-Signature",
                "X-HUB-SIGNATURE-256",
                "x-idempotency-key",
                "X-Webhook-Payload-Version",
                "X-Webhook-Batch",
                "x-batch-size"
            })
    void noHeaderOfTheWebhooksTakesThePlaceOfOurs(String name) {
        assertThat(headers(Hooks.SECRET, Map.of(name, "forged"), 0)).hasSize(4).doesNotContainValue("forged");
    }

    @Test
    void aDeliveryIsTriedFourTimes() {
        assertThat(Hooks.KAPSO.schedule()).isEqualTo(new RetrySchedule(
                List.of(Duration.ofSeconds(10), Duration.ofSeconds(40), Duration.ofSeconds(90)),
                Duration.ofSeconds(10)));
        assertThat(Hooks.META.schedule()).isEqualTo(Hooks.KAPSO.schedule());
    }

    @ParameterizedTest
    @CsvSource({
        "true, whatsapp.message.received, whatsapp.message.received, true",
        "true,, whatsapp.message.received, true",
        "true, whatsapp.message.sent, whatsapp.message.received, false",
        "true, whatsapp.message.sent, whatsapp.message.sent, false",
        "true,, whatsapp.conversation.created, false",
        "false, whatsapp.message.received, whatsapp.message.received, false",
    })
    void onlyMessagesReceivedAreCollected(boolean enabled, @Nullable String chosen, String event, boolean collected) {
        WebhookForm.Buffering buffering = new WebhookForm.Buffering(
                enabled, Duration.ofSeconds(5), 50, chosen == null ? Set.of() : Set.of(chosen));
        Webhook webhook = Hooks.kapso(Hooks.NUMBER, Hooks.ALL, buffering);

        assertThat(Hooks.KAPSO.buffering(new Payload(event, "{}", null), webhook).orElse(null))
                .isEqualTo(collected ? buffering : null);
    }

    @Test
    void aBatchHoldsWhatEachWouldHaveBeenAlone() {
        String first = payload("Hallo").body();
        String second = payload("Ist mein Paket da?").body();

        Payload batch = batch(
                Hooks.delivery(new Payload(RECEIVED, first, null), 41),
                Hooks.delivery(new Payload(RECEIVED, second, null), 44));

        assertThat(batch.event()).isEqualTo(RECEIVED);
        assertThat(batch.lane()).isEqualTo(Samples.CONVERSATION);
        assertThat(batch.body()).isEqualTo(
                "{\"type\":\"whatsapp.message.received\",\"batch\":true,\"data\":[" + first + "," + second + "],"
                        + "\"batch_info\":{\"size\":2,\"window_ms\":5000,\"first_sequence\":41,\"last_sequence\":44,"
                        + "\"conversation_id\":\"7d0f6f2e-0a56-4a43-9a8e-0d7b5f3f9a11\"}}");
    }

    @Test
    void aSingleMessageIsABatchToo() {
        Payload batch = batch(delivery);

        assertThat(batch.body())
                .startsWith("{\"type\":\"whatsapp.message.received\",\"batch\":true,\"data\":[{\"message\":")
                .contains("\"batch_info\":{\"size\":1,\"window_ms\":5000,\"first_sequence\":41,\"last_sequence\":41,");
    }

    @Test
    void aBodyThatCannotBeReadAgainIsToldAllTheSame() {
        Payload batch = batch(Hooks.delivery(new Payload(RECEIVED, "[[[", null), 41));

        assertThat(batch.lane()).isNull();
        assertThat(batch.body()).contains("\"data\":[[[[],").doesNotContain("conversation_id");
    }

    private static Payload batch(WebhookDelivery... members) {
        return Hooks.KAPSO.batch(List.of(members), Hooks.kapso(Hooks.NUMBER, Hooks.ALL, BUFFERING));
    }

    private static Payload payload(String text) {
        return Hooks.KAPSO
                .payloads(
                        Happenings.received(Samples.inbound(Text.of(text))), Hooks.kapso(Hooks.NUMBER, Set.of(RECEIVED)))
                .getFirst();
    }

    private Map<String, String> headers(@Nullable String secret, Map<String, String> own, int batched) {
        return Hooks.KAPSO.headers(webhook(secret, own), delivery, body, batched, Samples.AT);
    }

    private static Webhook webhook(@Nullable String secret, Map<String, String> headers) {
        return Hooks.webhook(
                Hooks.NUMBER, new WebhookForm.Kapso(BUFFERING, Duration.ofMinutes(60), "v1"), Hooks.ALL, secret, headers);
    }
}
