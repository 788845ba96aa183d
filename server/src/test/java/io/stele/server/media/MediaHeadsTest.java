package io.stele.server.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.server.RunningStele;
import io.stele.server.SteleServerTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who asks for the head of a file alone is told all that they would be told with the file. */
abstract class MediaHeadsTest extends SteleServerTest {

    private final HttpClient client = HttpClient.newHttpClient();

    @AfterAll
    void closeClient() {
        client.close();
    }

    private String link() {
        String message = stele().writeIn(
                RunningStele.newCustomer(),
                tenant(),
                "{\"type\":\"image\",\"image\":{\"id\":\"9%s\",\"mime_type\":\"image/png\"}}"
                        .formatted(RunningStele.newCustomer().substring(4)));
        return http().get("/v1/messages/" + message, tenant().zavu()).string("message", "content", "mediaUrl");
    }

    private HttpResponse<byte[]> ask(String method, String url, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(30))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    /** What the framework says for those who do not know of {@code Cache-Control} depends on the moment, as the date does. */
    private static TreeMap<String, Object> headers(HttpResponse<?> response) {
        TreeMap<String, Object> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(response.headers().map());
        headers.keySet().removeAll(List.of("date", "expires"));
        return headers;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bytes=0-3", "bytes=2-", "bytes=-5", "bytes=999999999-"})
    void theHeadIsThatOfTheFileOrOfThePart(String range) throws Exception {
        String link = link();
        String[] asked = range.isEmpty() ? new String[0] : new String[] {"Range", range};
        HttpResponse<byte[]> whole = ask("GET", link, asked);

        HttpResponse<byte[]> head = ask("HEAD", link, asked);

        assertThat(head.statusCode()).isEqualTo(whole.statusCode());
        assertThat(head.body()).isEmpty();
        assertThat(headers(head)).isEqualTo(headers(whole));
        if (whole.statusCode() < 300) {
            assertThat(head.headers().firstValueAsLong("Content-Length")).hasValue(whole.body().length);
        }
    }

    @Test
    void whoHasTheFileIsToldSo() throws Exception {
        String link = link();
        String tag = ask("GET", link).headers().firstValue("ETag").orElseThrow();

        HttpResponse<byte[]> head = ask("HEAD", link, "If-None-Match", tag);

        assertThat(head.statusCode()).isEqualTo(304);
        assertThat(head.headers().firstValue("Cache-Control")).hasValueSatisfying(value -> assertThat(value).contains("max-age="));
    }

    @Test
    void aFileThatIsNotThereHasNoHead() throws Exception {
        assertThat(ask("HEAD", stele().url() + "/media/nothing").statusCode()).isEqualTo(404);
    }

    /** A connection that is used again would otherwise take what is left of one answer for the beginning of the next. */
    @Test
    void whatComesNextOnTheConnectionIsTheNextAnswer() throws IOException {
        URI link = URI.create(link());
        String head = "HEAD " + link.getRawPath() + " HTTP/1.1\r\nHost: localhost\r\n";
        try (Socket socket = new Socket(link.getHost(), link.getPort())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream()
                    .write((head + "\r\n" + head + "Connection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            String answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);

            assertThat(answers.split("\r\n\r\n")).hasSize(2).allSatisfy(answer -> assertThat(answer)
                    .startsWith("HTTP/1.1 200 ")
                    .containsPattern("(?i)content-length: [1-9][0-9]*"));
        }
    }
}
