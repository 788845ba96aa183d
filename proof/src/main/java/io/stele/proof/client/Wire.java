package io.stele.proof.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;

/** Asks once; nothing is ever repeated by itself. Safe for several threads. */
final class Wire implements AutoCloseable {

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private final Duration longest;

    /** @param longest how long an answer is waited for */
    Wire(Duration longest) {
        this.longest = longest;
    }

    Answer post(URI url, Map<String, String> headers, String body) {
        return ask(request(url, headers).POST(BodyPublishers.ofString(body)));
    }

    Answer get(URI url, Map<String, String> headers) {
        return ask(request(url, headers).GET());
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private HttpRequest.Builder request(URI url, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url).timeout(longest);
        headers.forEach(request::header);
        return request;
    }

    private Answer ask(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            String retryAfter = response.headers().firstValue("Retry-After").orElse("");
            return new Answer(response.statusCode(), response.body(), retryAfter, "");
        } catch (IOException e) {
            return new Answer(0, "", "", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer(0, "", "", "interrupted");
        }
    }
}
