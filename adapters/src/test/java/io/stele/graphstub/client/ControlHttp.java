package io.stele.graphstub.client;

import io.stele.graphstub.json.Json;
import io.stele.graphstub.json.Members;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Speaks to what is below {@code /control/}. */
final class ControlHttp implements AutoCloseable {

    private final URI root;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    ControlHttp(URI root) {
        this.root = root;
    }

    URI root() {
        return root;
    }

    Members get(String path) {
        return send(request(path).GET());
    }

    /** The ledger's lines after a number, at most as many as one answer has. */
    List<LedgerLine> lines(long after) {
        return get("ledger?after=" + after).listOfMembers("lines").stream().map(LedgerLine::new).toList();
    }

    Members delete(String path) {
        return send(request(path).DELETE());
    }

    Members post(String path, Object json) {
        return post(path, Json.bytes(json));
    }

    Members post(String path, String body) {
        return post(path, body.getBytes(StandardCharsets.UTF_8));
    }

    Members post(String path, byte[] body) {
        return send(request(path).POST(BodyPublishers.ofByteArray(body)));
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(root + "/control/" + path)).timeout(Duration.ofMinutes(2));
    }

    private Members send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            Members answer = Json.readMembers(response.body());
            if (response.statusCode() != 200) {
                throw new IllegalArgumentException(answer.text("error", "status " + response.statusCode()));
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
