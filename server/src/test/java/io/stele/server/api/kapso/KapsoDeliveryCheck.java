package io.stele.server.api.kapso;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.server.Receiver;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Checks deliveries as a receiver of Kapso's does (contract §4.3, §4.7). */
public final class KapsoDeliveryCheck {

    private KapsoDeliveryCheck() {}

    /** Fails unless it is one of Kapso's own events, signed with this secret. */
    public static void requireGenuine(Receiver.Received delivery, String secret) {
        assertThat(delivery.header("Content-Type")).hasValue("application/json");
        assertThat(delivery.header("X-Webhook-Event").orElseThrow()).startsWith("whatsapp.");
        assertThat(delivery.header("X-Webhook-Payload-Version")).hasValue("v2");
        assertThat(delivery.header("X-Webhook-Signature")).hasValue(hmac(secret, delivery.body()));
        assertThat(delivery.header("X-Hub-Signature-256")).isEmpty();
        String key = delivery.header("X-Idempotency-Key").orElseThrow();
        assertThat(UUID.fromString(key)).hasToString(key);
    }

    /** Fails unless it is a report in Meta's form, signed with this secret. */
    public static void requireGenuineOfMeta(Receiver.Received delivery, String secret) {
        String signature = hmac(secret, delivery.body());
        assertThat(delivery.header("Content-Type")).hasValue("application/json");
        assertThat(delivery.header("X-Hub-Signature-256")).hasValue("sha256=" + signature);
        assertThat(delivery.header("X-Webhook-Signature")).hasValue(signature);
        assertThat(delivery.header("X-Webhook-Event")).isEmpty();
        assertThat(delivery.header("X-Idempotency-Key")).hasValue(sha256(delivery.body()));
    }

    private static String hmac(String secret, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sha256(String body) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
