package io.stele.adapters.zavu.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.adapters.webhook.Deliveries;
import io.stele.adapters.webhook.Views;
import io.stele.core.webhook.RetrySchedule;
import io.stele.core.webhook.Webhook;
import io.stele.core.webhook.WebhookForm.SignatureVersion;
import io.stele.core.webhook.WebhookTarget;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The headers, and the signature among them checked as the contract tells receivers to (§4.2, §4.4, §4.5). */
class ZavuSignatureTest {

    private static final String SECRET = "whsec_4f1d2c";
    private static final String BODY = "{\"id\":\"evt_1_a\",\"text\":\"ñ/😀\"}";
    private static final Instant AT = Instant.parse("2026-03-02T09:15:04.999Z");

    @ParameterizedTest
    @CsvSource({"V1,t v1", "V2,t v2", "V1_AND_V2,t v1 v2"})
    void aVersionSignsWhatItsReceiversCheck(SignatureVersion version, String names) throws GeneralSecurityException {
        Map<String, String> parts = parts(headers(version, SECRET).get("X-Zavu-Signature"));

        assertThat(String.join(" ", parts.keySet().stream().sorted().toList())).isEqualTo(names);
        assertThat(parts).containsEntry("t", "1772442904");
        if (parts.containsKey("v1")) {
            assertThat(parts).containsEntry("v1", hmac(SECRET, BODY));
        }
        if (parts.containsKey("v2")) {
            assertThat(parts).containsEntry("v2", hmac(SECRET, "1772442904." + BODY));
        }
    }

    @Test
    void eachAttemptIsSignedAnew() {
        Webhook webhook = webhook(SignatureVersion.V2, SECRET, Map.of());

        assertThat(headers(webhook, AT.plusSeconds(60)).get("X-Zavu-Signature"))
                .startsWith("t=1772442964,v2=")
                .isNotEqualTo(headers(webhook, AT).get("X-Zavu-Signature"));
    }

    @Test
    void theOtherHeadersSayWhatIsToldAndByWhom() {
        assertThat(headers(SignatureVersion.V2, null))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "User-Agent", "Zavu-Webhook/1.0",
                        "X-Zavu-Event", "message.sent"));
    }

    @Test
    void headersOfTheWebhooksOwnReplaceNoneOfOurs() {
        Map<String, String> headers = headers(
                webhook(SignatureVersion.V2, null, Map.of("x-zavu-event", "other", "X-Token", "t-91")), AT);

        assertThat(headers).containsEntry("X-Zavu-Event", "message.sent").containsEntry("X-Token", "t-91");
        assertThat(headers).doesNotContainKey("x-zavu-event");
    }

    @Test
    void fiveMoreAttemptsAreMadeWithinSixHours() {
        assertThat(Zavu.FLAVOUR.schedule())
                .isEqualTo(new RetrySchedule(
                        List.of(
                                Duration.parse("PT1M"),
                                Duration.parse("PT5M"),
                                Duration.parse("PT15M"),
                                Duration.parse("PT1H"),
                                Duration.parse("PT4H")),
                        Duration.parse("PT30S")));
    }

    @Test
    void aSecretIsNewAndHasTheContractsBeginning() {
        String secret = ZavuWebhookSecret.mint(new SecureRandom());

        assertThat(secret).matches("whsec_[0-9a-f]{64}");
        assertThat(ZavuWebhookSecret.mint(new SecureRandom())).isNotEqualTo(secret);
    }

    private static Map<String, String> headers(SignatureVersion version, @Nullable String secret) {
        return headers(webhook(version, secret, Map.of()), AT);
    }

    private static Map<String, String> headers(Webhook webhook, Instant at) {
        return Zavu.FLAVOUR.headers(
                webhook, Deliveries.of("message.sent", BODY), BODY.getBytes(StandardCharsets.UTF_8), 0, at);
    }

    private static Webhook webhook(SignatureVersion version, @Nullable String secret, Map<String, String> headers) {
        return Zavu.webhook(
                Set.of("message.sent"), new WebhookTarget.OfSender(Views.SENDER), version, secret, headers);
    }

    private static Map<String, String> parts(String header) {
        return Arrays.stream(header.split(","))
                .map(part -> part.split("=", 2))
                .collect(Collectors.toMap(part -> part[0], part -> part[1]));
    }

    private static String hmac(String key, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }
}
