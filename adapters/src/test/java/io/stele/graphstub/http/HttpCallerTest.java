package io.stele.graphstub.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the stand-in asks others. */
class HttpCallerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    private final HttpCaller caller = new HttpCaller();
    private final Queue<String> answers = new ConcurrentLinkedQueue<>();
    private final Queue<String> requests = new ConcurrentLinkedQueue<>();
    private final AtomicInteger connections = new AtomicInteger();
    private ServerSocket server;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                OK,
                "HTTP/1.1 200 \r\ncontent-length:2\r\n\r\nok",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\no\r\n1;x=y\r\nk\r\n0\r\nTrailer: x\r\n\r\n",
                "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nok",
                "HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n" + OK
            })
    void anAnswerIsReadHoweverItsEndIsTold(String answer) throws IOException {
        answers.add(answer);

        Response response = post("x");

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.text()).isEqualTo("ok");
    }

    @Test
    void aRequestHasItsHeadersAndItsWholeBody() throws IOException {
        answers.add(OK);

        caller.call("POST", url("/hook?a=b%20c"), Map.of("X-Sign", "s"), "früh".getBytes(StandardCharsets.UTF_8), PATIENCE);

        assertThat(requests).singleElement().asString().isEqualTo(
                "POST /hook?a=b%20c HTTP/1.1\r\nHost: 127.0.0.1:" + server.getLocalPort()
                        + "\r\nX-Sign: s\r\nContent-Length: 5\r\n\r\nfrüh");
    }

    @Test
    void aConnectionIsUsedAgain() throws IOException {
        answers.addAll(List.of(OK, "HTTP/1.1 204 No Content\r\n\r\n", OK));

        post("a");
        assertThat(post("b").status()).isEqualTo(204);
        post("c");

        assertThat(connections).hasValue(1);
    }

    @Test
    void oneThatTheServerClosesIsNot() throws IOException {
        answers.addAll(List.of("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nok", OK));

        post("a");
        post("b");

        assertThat(connections).hasValue(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\nConnection: close\r\n\r\nok", "Hello\r\n\r\n"})
    void whatIsNoWholeAnswerIsAnError(String answer) throws IOException {
        answers.addAll(List.of(answer, OK));

        assertThatIOException().isThrownBy(() -> post("a"));

        assertThat(requests).hasSize(1);
        assertThat(post("b").text()).isEqualTo("ok");
    }

    private Response post(String body) throws IOException {
        return caller.call("POST", url("/"), Map.of(), body.getBytes(StandardCharsets.UTF_8), PATIENCE);
    }

    private URI url(String path) {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + path);
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = server.accept();
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> serve(connection));
            }
        } catch (IOException _) {
            // The test is over.
        }
    }

    /** Answers one request after the other, until an answer is empty or ends with the connection. */
    private void serve(Socket connection) {
        try (connection) {
            String answer = OK;
            while (!answer.isEmpty() && !answer.contains("Connection: close")) {
                requests.add(request(connection.getInputStream()));
                answer = answers.remove();
                connection.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException _) {
            // The caller is gone.
        }
    }

    private static String request(InputStream input) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = input.read();
            if (next < 0) {
                throw new IOException("no further request");
            }
            head.append((char) next);
        }
        String length = head.substring(head.indexOf("Content-Length: ") + "Content-Length: ".length()).strip();
        return head + new String(input.readNBytes(Integer.parseInt(length)), StandardCharsets.UTF_8);
    }
}
