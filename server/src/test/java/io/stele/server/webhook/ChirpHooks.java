package io.stele.server.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import io.stele.server.Answer;
import io.stele.server.Http;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** An app's webhooks, as its owner sees them by Chirp's API. */
record ChirpHooks(Http http, String key) {

    /** A webhook. */
    record Hook(String id, String secret) {}

    /** A new webhook. */
    Hook add(String url, String... events) {
        String names = Arrays.stream(events).map(event -> '"' + event + '"').collect(Collectors.joining(","));
        Answer made = http.post("/v1/webhooks", key, "{\"url\":\"%s\",\"events\":[%s]}".formatted(url, names));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return new Hook(made.string("id"), made.string("signingSecret"));
    }

    /** What the webhook was told or is to be told, newest first. */
    List<JsonNode> deliveries(Hook hook) {
        List<JsonNode> deliveries = new ArrayList<>();
        http.get(path(hook) + "?limit=100", key).at("deliveries").values().forEach(deliveries::add);
        return deliveries;
    }

    /** The webhook's only delivery, with its attempts. */
    Answer delivery(Hook hook) {
        List<JsonNode> deliveries = deliveries(hook);
        assertThat(deliveries).hasSize(1);
        return http.get(path(hook) + "/" + deliveries.getFirst().get("id").getStringValue(), key);
    }

    private static String path(Hook hook) {
        return "/v1/webhooks/" + hook.id() + "/deliveries";
    }
}
