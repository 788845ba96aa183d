package io.stele.adapters.chirp.webhook;

import io.stele.adapters.webhook.HmacSha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** The headers of Standard Webhooks, which let a receiver tell repeated deliveries and check who sends them. */
final class StandardWebhooks {

    private StandardWebhooks() {}

    /**
     * The three headers of an attempt.
     *
     * @param id the same in all attempts; without a full stop
     */
    static Map<String, String> headers(String id, Instant at, byte[] body, byte[] key) {
        String second = Long.toString(at.getEpochSecond());
        byte[] beginning = (id + "." + second + ".").getBytes(StandardCharsets.UTF_8);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", second);
        headers.put("webhook-signature", "v1," + Base64.getEncoder().encodeToString(HmacSha256.of(key, beginning, body)));
        return headers;
    }
}
