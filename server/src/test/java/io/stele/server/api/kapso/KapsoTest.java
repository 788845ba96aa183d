package io.stele.server.api.kapso;

import io.micronaut.json.tree.JsonNode;
import io.stele.server.Answer;
import io.stele.server.SteleServerTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Base of the tests that speak the Kapso API to a whole server. */
abstract class KapsoTest extends SteleServerTest {

    static final String PROXY = "/meta/whatsapp/v24.0/{number}";
    static final String PLATFORM = "/platform/v1/whatsapp";

    /** A request with the tenant's key; {@code {number}} in the path is the tenant's number. */
    final Answer kapso(String method, String path, @Nullable String body) {
        return kapso(method, path, Map.of(), body);
    }

    final Answer kapso(String method, String path, Map<String, String> headers, @Nullable String body) {
        Map<String, String> all = new HashMap<>(Map.of("X-API-Key", tenant().kapso()));
        if (body != null) {
            all.put("Content-Type", "application/json");
        }
        all.putAll(headers);
        all.values().removeIf(String::isEmpty);
        return http().send(method, filled(path), all, body == null ? null : filled(body));
    }

    final Answer get(String path) {
        return kapso("GET", path, null);
    }

    /** Sends a text to the customer. */
    final Answer text(String customer, String body) {
        return send("{\"messaging_product\":\"whatsapp\",\"to\":\"%s\",\"type\":\"text\",\"text\":{\"body\":\"%s\"}}"
                .formatted(customer, body));
    }

    final Answer send(String body) {
        return kapso("POST", "/meta/whatsapp/v23.0/{number}/messages", body);
    }

    /** The person's newest message, as the platform lists it. */
    final JsonNode newestOf(String customer) {
        return get(PLATFORM + "/messages?limit=1&phone_number=" + customer.substring(1)).at("data", 0);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String filled(String text) {
        return text.replace("{number}", tenant().phoneNumberId())
                .replace("{waba}", tenant().wabaId())
                .replace("{own}", tenant().phoneNumber());
    }
}
