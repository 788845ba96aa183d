package io.stele.adapters.kapso.webhook;

import io.stele.core.webhook.Webhook;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The headers of a request, in either form (contract sections 4.3 and 4.7). */
final class RequestHeaders {

    static final String EVENT = "X-Webhook-Event";
    static final String SIGNATURE = "X-Webhook-Signature";
    static final String META_SIGNATURE = "X-Hub-Signature-256";
    static final String IDEMPOTENCY_KEY = "X-Idempotency-Key";
    static final String PAYLOAD_VERSION = "X-Webhook-Payload-Version";
    static final String BATCH = "X-Webhook-Batch";
    static final String BATCH_SIZE = "X-Batch-Size";

    /** In lower case. What they say is for us to say, also where we say nothing. */
    private static final Set<String> OURS = Set.of(
            "x-webhook-event",
            "x-webhook-signature",
            "x-hub-signature-256",
            "x-idempotency-key",
            "x-webhook-payload-version",
            "x-webhook-batch",
            "x-batch-size");

    private final Map<String, String> headers = new LinkedHashMap<>();

    /** Begins with the webhook's own headers, but those that are ours to set. */
    RequestHeaders(Webhook webhook) {
        webhook.headers().forEach((name, value) -> {
            if (!OURS.contains(name.toLowerCase(Locale.ROOT))) {
                headers.put(name, value);
            }
        });
    }

    RequestHeaders with(String name, String value) {
        headers.put(name, value);
        return this;
    }

    Map<String, String> all() {
        return headers;
    }
}
