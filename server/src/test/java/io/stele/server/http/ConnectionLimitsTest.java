package io.stele.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.stele.core.commit.Inflow;
import io.stele.core.commit.SharedCommits;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whoever sends slowly, or does not send at all, does not keep a connection for ever; there are no more connections than so many, and no more large
 * bodies, and no more of what is posted, at once than there is room for.
 */
@Timeout(60)
class ConnectionLimitsTest {

    private static final String KEY = "Authorization: Bearer " + EchoApi.KEY + "\r\n";
    private static final Duration SOON = Duration.ofSeconds(10);

    private static final SharedCommits.Limits LIMITS = SharedCommits.Limits.patient(1, 1, 1);

    private final List<Socket> sockets = new ArrayList<>();
    private EmbeddedServer server;

    private void start(Map<String, Object> limits) {
        Map<String, Object> properties = new HashMap<>(limits);
        properties.putAll(Map.of(
                "echo", "true",
                "micronaut.server.port", -1,
                "datasources.default.enabled", false,
                "flyway.enabled", false));
        server = ApplicationContext.run(EmbeddedServer.class, properties);
    }

    @AfterEach
    void stop() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        server.stop();
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket("127.0.0.1", server.getPort());
        socket.setSoTimeout(Math.toIntExact(SOON.toMillis()));
        sockets.add(socket);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /** Waits for the end of the connection. @return what came before it */
    private static String untilClosed(Socket socket) throws IOException {
        try {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (SocketException e) {
            return "";
        }
    }

    private static String answer(Socket socket) throws IOException {
        byte[] bytes = new byte[4_096];
        int read = socket.getInputStream().read(bytes);
        return read < 0 ? "" : new String(bytes, 0, read, StandardCharsets.UTF_8);
    }

    /** Sends a byte now and again until the server has had enough. */
    private static void trickle(Socket socket, String byBytes) {
        Thread.ofVirtual().start(() -> {
            try {
                for (int i = 0; !socket.isClosed(); i++) {
                    send(socket, byBytes.substring(i % byBytes.length(), i % byBytes.length() + 1));
                    Thread.sleep(50);
                }
            } catch (IOException e) {
                // The connection is closed.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @ParameterizedTest
    @CsvSource({"GET /echo/me HTTP/1.1|X-Slow: ", "GET /echo/me HTTP/1.1|", "G|", "''|"})
    void a_head_that_trickles_is_not_waited_for(String begun) throws IOException {
        start(Map.of("stele.limits.head", "400ms"));
        Socket socket = connect();

        send(socket, begun.replace("|", "\r\n"));
        trickle(socket, "a");

        assertThat(untilClosed(socket)).doesNotContain("200");
    }

    @Test
    void a_body_that_trickles_is_not_waited_for() throws IOException {
        start(Map.of("stele.limits.body", "400ms"));
        Socket socket = connect();

        send(socket, "POST /echo/exact HTTP/1.1\r\nHost: x\r\n" + KEY + "Content-Length: 100000\r\n\r\n{");
        trickle(socket, " ");

        assertThat(untilClosed(socket)).isEmpty();
    }

    @Test
    void a_chunked_body_that_trickles_is_not_waited_for() throws IOException {
        start(Map.of("stele.limits.body", "400ms"));
        Socket socket = connect();

        send(socket, "POST /echo/exact HTTP/1.1\r\nHost: x\r\n" + KEY + "Transfer-Encoding: chunked\r\n\r\n");
        trickle(socket, "1\r\n \r\n");

        assertThat(untilClosed(socket)).isEmpty();
    }

    @Test
    void the_rest_of_a_body_that_nobody_wants_is_not_waited_for_either() throws IOException {
        start(Map.of("stele.limits.body", "400ms"));
        Socket socket = connect();

        send(socket, "POST /echo/exact HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n{");
        trickle(socket, " ");

        assertThat(untilClosed(socket)).contains("401");
    }

    @Test
    void a_body_that_comes_steadily_may_take_its_time() throws IOException, InterruptedException {
        start(Map.of("stele.limits.body", "300ms", "stele.limits.bytes-per-second", 10_000));
        Socket socket = connect();
        String filler = " ".repeat(2_000);

        send(socket, "POST /echo/exact HTTP/1.1\r\nHost: x\r\n" + KEY + "Content-Length: 20012\r\n\r\n{\"text\":\"a\"}");
        for (int i = 0; i < 10; i++) {
            send(socket, filler);
            Thread.sleep(60);
        }

        assertThat(answer(socket)).contains("202");
    }

    @Test
    void a_connection_is_good_for_many_requests_with_pauses_between_them() throws IOException, InterruptedException {
        start(Map.of("stele.limits.head", "200ms", "stele.limits.body", "200ms"));
        Socket socket = connect();

        for (int i = 0; i < 4; i++) {
            send(socket, "GET /echo/me HTTP/1.1\r\nHost: x\r\n" + KEY + "\r\n");
            assertThat(answer(socket)).contains("200 OK");
            Thread.sleep(150);
        }
    }

    @Test
    void a_connection_on_which_nothing_comes_is_closed() throws IOException {
        start(Map.of("micronaut.server.idle-timeout", "1s"));

        assertThat(untilClosed(connect())).isEmpty();
    }

    @Test
    void there_are_so_many_connections_and_no_more() throws IOException {
        start(Map.of("stele.limits.connections", 3));
        List<Socket> first = List.of(connect(), connect(), connect());
        for (Socket socket : first) {
            send(socket, "GET /echo/me HTTP/1.1\r\nHost: x\r\n" + KEY + "\r\n");
            assertThat(answer(socket)).contains("200 OK");
        }

        assertThat(untilClosed(connect())).isEmpty();
        first.getFirst().close();
        await().atMost(SOON).untilAsserted(() -> {
            Socket next = connect();
            send(next, "GET /echo/me HTTP/1.1\r\nHost: x\r\n" + KEY + "\r\n");
            assertThat(answer(next)).contains("200 OK");
        });
    }

    private Socket post(int length, int sent) throws IOException {
        Socket socket = connect();
        send(socket, "POST /echo/exact HTTP/1.1\r\nHost: x\r\n" + KEY + "Content-Length: " + length + "\r\n\r\n" + filler(sent));
        return socket;
    }

    private static String filler(int length) {
        String object = "{\"text\":\"a\"}";
        return length == 0 ? "" : object + " ".repeat(length - object.length());
    }

    private void awaitHeld(long bytes) {
        BodyAdmission bodies = server.getApplicationContext().getBean(BodyAdmission.class);
        await().atMost(SOON).untilAsserted(() -> assertThat(bodies.held()).isEqualTo(bytes));
    }

    @Test
    void there_are_so_many_bytes_of_large_bodies_at_once_and_no_more() throws IOException {
        start(Map.of("stele.limits.body-bytes", 60_000));
        Socket first = post(40_000, 20_000);
        awaitHeld(40_000);

        assertThat(answer(post(40_000, 40_000))).contains("HTTP/1.1 503 ", "Overloaded");
        assertThat(answer(post(5_000, 5_000))).contains("202");
        send(first, " ".repeat(20_000));
        assertThat(answer(first)).contains("202");
        assertThat(answer(post(40_000, 40_000))).contains("202");
    }

    @Test
    void a_body_without_files_is_not_as_large_as_one_with_them() throws IOException {
        start(Map.of());

        assertThat(answer(post(4_194_304, 4_194_304))).contains("HTTP/1.1 202 ");
        assertThat(answer(post(4_194_305, 4_194_305))).contains("HTTP/1.1 413 ", "BodyTooLarge[limit=4194304]");
    }

    /** As a tree each takes many times the memory that it has in the body. */
    @Test
    void a_body_consists_of_so_many_values_and_no_more() throws IOException {
        start(Map.of());
        for (int values : List.of(99_000, 100_001)) {
            String body = "{\"x\":[" + "0,".repeat(values) + "0]}";
            Socket socket = connect();
            send(socket, "POST /echo/exact HTTP/1.1\r\nHost: x\r\n" + KEY + "Content-Length: " + body.length() + "\r\n\r\n" + body);

            assertThat(answer(socket)).contains(values < 100_000 ? "HTTP/1.1 202 " : "The body has more than 100,000 values and names");
        }
    }

    @Test
    void whoever_goes_away_leaves_room() throws IOException {
        start(Map.of("stele.limits.body-bytes", 60_000));
        Socket first = post(40_000, 20_000);
        awaitHeld(40_000);

        first.close();

        awaitHeld(0);
        assertThat(answer(post(40_000, 40_000))).contains("202");
    }

    @Test
    void a_body_whose_length_is_not_told_takes_as_much_room_as_the_largest() throws IOException {
        start(Map.of("stele.limits.body-bytes", 60_000_000));
        Socket first = connect();
        send(first, "POST /echo/exact HTTP/1.1\r\nHost: x\r\n" + KEY + "Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n");

        awaitHeld(58_720_256);
        assertThat(answer(post(2_000_000, 12))).contains("HTTP/1.1 503 ", "Overloaded");
        send(first, "1\r\n}\r\n0\r\n\r\n");
        assertThat(answer(first)).contains("202");
        assertThat(answer(post(20_000, 20_000))).contains("202");
    }

    @Test
    void large_answers_are_kept_while_they_are_taken_and_no_more_at_once_than_there_is_room_for() throws IOException {
        start(Map.of("stele.limits.answer-bytes", 20_000_000));
        Socket slow = file();
        assertThat(answer(slow)).contains("HTTP/1.1 200 ");

        assertThat(answer(file())).contains("HTTP/1.1 503 ", "Overloaded");
        slow.close();
        await().atMost(SOON).untilAsserted(() -> {
            try (Socket next = file()) {
                assertThat(answer(next)).contains("HTTP/1.1 200 ");
            }
        });
        try (Socket whole = file()) {
            assertThat(whole.getInputStream().readNBytes(16_000_000)).hasSize(16_000_000);
            await().atMost(SOON).untilAsserted(() -> {
                try (Socket next = file()) {
                    assertThat(answer(next)).contains("HTTP/1.1 200 ");
                }
            });
        }
    }

    private Socket file() throws IOException {
        Socket socket = connect();
        send(socket, "GET /echo/file HTTP/1.1\r\nHost: x\r\n" + KEY + "\r\n");
        return socket;
    }

    /** So that refusals do not cost as much as what they refuse. */
    @Test
    void nothing_is_read_of_what_is_posted_while_too_many_sends_wait() throws Exception {
        start(Map.of());
        Inflow inflow = server.getApplicationContext().getBean(Inflow.class);
        CountDownLatch gate = new CountDownLatch(1);
        try (SharedCommits<String, String> sends = new SharedCommits<>("sends", batch -> after(gate, batch), LIMITS, inflow)) {
            sends.submit("is written");
            await().atMost(SOON).until(() -> !inflow.isFull());
            CompletableFuture<String> last = sends.submit("waits");

            assertThat(answer(post(5_000, 0))).contains("HTTP/1.1 503 ", "Overloaded");
            Socket reading = connect();
            send(reading, "GET /echo/exact HTTP/1.1\r\nHost: x\r\n" + KEY + "\r\n");
            assertThat(answer(reading)).doesNotContain("Overloaded");

            gate.countDown();
            last.join();
            assertThat(answer(post(5_000, 5_000))).contains("202");
        }
    }

    @Test
    void so_much_is_posted_at_once_and_no_more() throws IOException {
        start(Map.of("stele.limits.posts", 2));
        PostAdmission posts = server.getApplicationContext().getBean(PostAdmission.class);
        Socket first = post(20, 0);
        Socket gone = post(20, 0);
        await().atMost(SOON).until(() -> posts.underWay() == 2);

        assertThat(answer(post(20, 20))).contains("HTTP/1.1 503 ", "Overloaded");
        gone.close();
        await().atMost(SOON).until(() -> posts.underWay() == 1);
        assertThat(answer(post(20, 20))).contains("202");
        send(first, filler(20));
        assertThat(answer(first)).contains("202");
        assertThat(posts.underWay()).isZero();
    }

    @Test
    void one_key_leaves_places_for_others() throws IOException {
        start(Map.of("stele.limits.posts", 3, "stele.limits.posts-of-key", 1));
        PostAdmission posts = server.getApplicationContext().getBean(PostAdmission.class);
        Socket slow = post(20, 0);
        await().atMost(SOON).until(() -> posts.underWay() == 1);

        assertThat(answer(post(20, 20))).contains("HTTP/1.1 503 ", "Overloaded");
        Socket other = connect();
        send(other, "POST /echo/exact HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer echo_other\r\nContent-Length: 20\r\n\r\n" + filler(20));
        assertThat(answer(other)).doesNotContain("Overloaded");
        send(slow, filler(20));
        assertThat(answer(slow)).contains("202");
        assertThat(answer(post(20, 20))).contains("202");
    }

    @Test
    void whoever_has_no_key_holds_no_place() throws IOException {
        start(Map.of("stele.limits.posts", 1));
        Socket stranger = connect();
        send(stranger, "POST /echo/exact HTTP/1.1\r\nHost: x\r\nContent-Length: 20\r\n\r\n");
        assertThat(answer(stranger)).contains("401");

        assertThat(answer(post(20, 20))).contains("202");
    }

    /** As providers do, whose posts have limits of their own. */
    @Test
    void whoever_posts_where_no_key_is_asked_for_needs_no_place() throws IOException {
        start(Map.of("stele.limits.posts", 1));
        PostAdmission posts = server.getApplicationContext().getBean(PostAdmission.class);
        post(20, 0);
        await().atMost(SOON).until(() -> posts.underWay() == 1);
        assertThat(answer(post(20, 20))).contains("HTTP/1.1 503 ", "Overloaded");

        Socket provider = connect();
        send(provider, "POST /echo/open HTTP/1.1\r\nHost: x\r\nContent-Length: 20\r\n\r\n" + filler(20));
        assertThat(answer(provider)).contains("HTTP/1.1 200 ");
    }

    private static List<String> after(CountDownLatch gate, List<String> batch) {
        try {
            gate.await();
            return batch;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
