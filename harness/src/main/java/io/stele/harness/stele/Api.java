package io.stele.harness.stele;

import io.stele.graphstub.json.Json;
import io.stele.graphstub.json.Members;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** Single requests to a server. Safe for several threads. */
public final class Api implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final int FIRST_BAD = 300;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI root;

    public Api(URI root) {
        this.root = root;
    }

    /** @throws IllegalStateException when it is not answered well */
    public Members get(String path, Map<String, String> headers) {
        return send(request(root.resolve(path), headers).GET());
    }

    /** @throws IllegalStateException when it is not answered well */
    public Members post(String path, Map<String, String> headers, String body) {
        return send(request(root.resolve(path), headers).POST(BodyPublishers.ofString(body)));
    }

    @Override
    public void close() {
        http.close();
    }

    private Members send(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        try {
            HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
            if (answer.statusCode() >= FIRST_BAD) {
                throw new IllegalStateException(request.method() + " " + request.uri() + " was answered "
                        + answer.statusCode() + ": " + new String(answer.body(), StandardCharsets.UTF_8));
            }
            return answer.body().length == 0 ? Members.of(Map.of()) : Json.readMembers(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static HttpRequest.Builder request(URI url, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url).timeout(LONGEST);
        headers.forEach(request::header);
        return request;
    }
}
