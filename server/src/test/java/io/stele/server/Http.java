package io.stele.server;

import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Plain HTTP with JSON, as a client without a library would speak it. Every answer is held against the API's OpenAPI document: one that is
 * not as described fails the test.
 */
public final class Http implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.createDefault();

    private final URI base;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public Http(URI base) {
        this.base = base;
    }

    /** A GET with a bearer key. */
    public Answer get(String path, String key) {
        return send("GET", path, Map.of("Authorization", "Bearer " + key), null);
    }

    /** A POST of JSON with a bearer key. */
    public Answer post(String path, String key, String json) {
        return send(
                "POST", path, Map.of("Authorization", "Bearer " + key, "Content-Type", "application/json"), json);
    }

    /** Any request. */
    public Answer send(String method, String path, Map<String, String> headers, @Nullable String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(30))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            String violation =
                    ApiDocuments.ALL.violation(method, path, response.statusCode(), response.body());
            if (violation != null) {
                throw new AssertionError(violation);
            }
            return new Answer(response.statusCode(), response.headers(), response.body(), parse(response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The text as a tree; JSON's null when it is no JSON. */
    public static JsonNode parse(String text) {
        try {
            JsonNode tree = text.isBlank() ? null : JSON.readValue(text, JsonNode.class);
            return tree == null ? JsonNode.nullNode() : tree;
        } catch (IOException e) {
            return JsonNode.nullNode();
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
