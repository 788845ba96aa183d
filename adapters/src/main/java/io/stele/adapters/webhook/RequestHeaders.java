package io.stele.adapters.webhook;

import io.stele.core.webhook.Webhook;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Puts together the headers of an attempt, whose names are the same in upper and in lower case. */
public final class RequestHeaders {

    private RequestHeaders() {}

    /** What we say, and of the webhook's own headers those that say something else. */
    public static Map<String, String> oursFirst(Map<String, String> ours, Webhook webhook) {
        return merged(ours, webhook.headers());
    }

    /** The webhook's own headers, and of what we say that which they do not. */
    public static Map<String, String> theirsFirst(Webhook webhook, Map<String, String> ours) {
        return merged(webhook.headers(), ours);
    }

    private static Map<String, String> merged(Map<String, String> first, Map<String, String> second) {
        Map<String, Map.Entry<String, String>> byName = new LinkedHashMap<>();
        first.entrySet().forEach(header -> byName.putIfAbsent(header.getKey().toLowerCase(Locale.ROOT), header));
        second.entrySet().forEach(header -> byName.putIfAbsent(header.getKey().toLowerCase(Locale.ROOT), header));
        Map<String, String> headers = new LinkedHashMap<>();
        byName.values().forEach(header -> headers.put(header.getKey(), header.getValue()));
        return headers;
    }
}
