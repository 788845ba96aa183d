package io.stele.server.events;

import io.micronaut.json.tree.JsonNode;
import io.stele.server.Http;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A client of server-sent events, which reads as the HTML standard says, on a thread of its own until it is closed or the stream ends. */
final class LiveEvents implements AutoCloseable {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** An event as it was dispatched. */
    record Sent(String id, String type, JsonNode data) {}

    private final HttpResponse<InputStream> response;
    private final List<Sent> events = new CopyOnWriteArrayList<>();
    private final Thread reading;
    private volatile String lastId = "";
    private volatile String retry = "";
    private volatile boolean endedWell;

    private LiveEvents(HttpResponse<InputStream> response) {
        this.response = response;
        this.reading = Thread.ofVirtual().start(this::read);
    }

    /** Opens a stream with a bearer key and these headers; what comes is read at once. */
    static LiveEvents open(URI url, String key, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url)
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + key)
                .header("Accept", "text/event-stream");
        headers.forEach(request::setHeader);
        try {
            return new LiveEvents(CLIENT.send(request.build(), BodyHandlers.ofInputStream()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    int status() {
        return response.statusCode();
    }

    HttpHeaders headers() {
        return response.headers();
    }

    /** What has come until now. */
    List<Sent> events() {
        return events;
    }

    /** What the client would send as {@code Last-Event-ID}. */
    String lastId() {
        return lastId;
    }

    String retry() {
        return retry;
    }

    /** Whether the stream has ended, or was closed. */
    boolean hasEnded() {
        return !reading.isAlive();
    }

    /** Whether the server has brought the response to its end. */
    boolean endedWell() {
        return endedWell;
    }

    /** Cuts the connection, wherever the stream stands. */
    @Override
    public void close() {
        try {
            response.body().close();
            reading.join(Duration.ofSeconds(10));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void read() {
        String id = "";
        String type = "message";
        @Nullable String data = null;
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    lastId = id;
                    if (data != null) {
                        events.add(new Sent(id, type, Http.parse(data)));
                    }
                    type = "message";
                    data = null;
                } else if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("event: ")) {
                    type = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    data = (data == null ? "" : data + "\n") + line.substring(6);
                } else if (line.startsWith("retry: ")) {
                    retry = line.substring(7);
                } else if (!line.startsWith(":")) {
                    throw new AssertionError("no line of an event stream: " + line);
                }
            }
            endedWell = true;
        } catch (IOException e) {
            endedWell = false;
        }
    }
}
