package io.stele.server.api.chirp;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.server.Receiver;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Checks deliveries as a receiver does that was made for Standard Webhooks 1.0. */
public final class ChirpDeliveryCheck {

    private static final long TOLERANCE_SECONDS = 300;

    private ChirpDeliveryCheck() {}

    /** Fails unless the delivery is fresh and was signed with the secret. */
    public static void requireGenuine(Receiver.Received delivery, String secret) {
        assertThat(delivery.header("Content-Type")).hasValue("application/json");
        String id = delivery.header("webhook-id").orElseThrow();
        String second = delivery.header("webhook-timestamp").orElseThrow();
        assertThat(Math.abs(Instant.now().getEpochSecond() - Long.parseLong(second))).isLessThan(TOLERANCE_SECONDS);
        byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
        String expected = "v1," + Base64.getEncoder().encodeToString(hmac(key, id + "." + second + "." + delivery.body()));
        assertThat(delivery.header("webhook-signature")).hasValue(expected);
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
