package io.stele.adapters.chirp.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.stele.adapters.webhook.Deliveries;
import io.stele.adapters.webhook.Views;
import io.stele.core.project.Mode;
import io.stele.core.webhook.RetrySchedule;
import io.stele.core.webhook.Webhook;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The headers of Chirp's deliveries, and the signature among them checked as Standard Webhooks tells receivers to. */
class StandardWebhooksTest {

    private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8);
    private static final String SECRET = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
    private static final String BODY = "{\"event\":\"messages.whatsapp.sent\",\"data\":\"ñ/😀\"}";

    @Test
    void aDeliveryIsSignedAsReceiversOfStandardWebhooksCheck() throws GeneralSecurityException {
        Map<String, String> headers = headers(SECRET, Map.of());

        String signed = headers.get("webhook-id") + "." + headers.get("webhook-timestamp") + "." + BODY;
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
        String expected = Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        assertThat(headers)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "webhook-id", Deliveries.EVENT_ID.toString(),
                        "webhook-timestamp", "1772442904",
                        "webhook-signature", "v1," + expected));
    }

    @Test
    void headersOfTheWebhooksOwnGoAlongAsTheyWereGiven() {
        assertThat(headers(null, Map.of("X-Hook-Token", "t-91"))).containsExactly(Map.entry("X-Hook-Token", "t-91"));
    }

    @Test
    void aHeaderOfTheWebhooksOwnStandsBeforeOurs() {
        assertThat(headers(SECRET, Map.of("Webhook-Id", "mine")))
                .containsEntry("Webhook-Id", "mine")
                .doesNotContainKey("webhook-id")
                .containsKey("webhook-signature");
    }

    @Test
    void aMintedSecretHoldsAKeyOfItsOwn() {
        String secret = ChirpWebhookSecret.mint(new SecureRandom());

        assertThat(secret).matches("whsec_[A-Za-z0-9+/]{43}=");
        assertThat(ChirpWebhookSecret.key(secret)).hasSize(32);
        assertThat(ChirpWebhookSecret.mint(new SecureRandom())).isNotEqualTo(secret);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "MDEy", "whsec_%%"})
    void whatIsNoSecretIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> ChirpWebhookSecret.key(text));
    }

    @Test
    void fiveMoreAttemptsAreMadeWithinAQuarterOfAnHour() {
        assertThat(Chirp.FLAVOUR.schedule())
                .isEqualTo(new RetrySchedule(
                        List.of(
                                Duration.parse("PT1S"),
                                Duration.parse("PT5S"),
                                Duration.parse("PT25S"),
                                Duration.parse("PT2M5S"),
                                Duration.parse("PT10M25S")),
                        Duration.parse("PT5S")));
    }

    private static Map<String, String> headers(@Nullable String secret, Map<String, String> own) {
        Webhook webhook = Chirp.webhook(Chirp.NAMES, Mode.LIVE, secret, own);
        return Chirp.FLAVOUR.headers(
                webhook,
                Deliveries.of("messages.whatsapp.sent", BODY),
                BODY.getBytes(StandardCharsets.UTF_8),
                0,
                Views.AT);
    }
}
