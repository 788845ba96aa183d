package io.stele.adapters.webhook.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stele.adapters.http.Certificate;
import io.stele.adapters.http.NameLookup;
import io.stele.adapters.http.Peer;
import io.stele.adapters.http.ScriptedServer;
import io.stele.adapters.http.ScriptedServer.Script;
import io.stele.core.project.ProjectId;
import io.stele.core.time.SettableClock;
import io.stele.core.webhook.WebhookTransport.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import javax.net.ssl.SSLContext;
import org.apache.hc.core5.ssl.SSLContexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Receivers that give no answer, and what is sent to any. */
class HttpWebhookTransportTest extends WebhookReceiversTest {

    @TempDir
    private Path directory;

    /** Of these no answer comes. */
    enum Silent {
        CLOSES("closed without an answer", after(_ -> {})),
        RESETS("connection lost", after(Peer::reset)),
        READS_NOTHING_AND_SAYS_NOTHING("no answer in time", Peer::silence),
        SAYS_NOTHING("no answer in time", after(Peer::silence)),
        CLOSES_ITS_HALF("closed without an answer", after(peer -> {
            peer.socket().shutdownOutput();
            peer.silence();
        })),
        DRIPS_ITS_HEAD("no answer in time", after(peer -> {
            peer.write(OK + "X: ");
            peer.drip("a");
        })),
        STOPS_WITHIN_ITS_HEAD("no answer in time", after(peer -> {
            peer.write(OK + "X: a\r\n");
            peer.silence();
        })),
        SENDS_A_HUGE_HEADER("malformed answer", after(peer -> {
            peer.write(OK + "X: ");
            peer.flood("a".repeat(1000));
        })),
        SENDS_HEADERS_WITHOUT_END("malformed answer", after(peer -> {
            peer.write(OK);
            peer.flood("X: a\r\n");
        })),
        SENDS_INTERIM_ANSWERS_WITHOUT_END(
                "malformed answer", after(peer -> peer.flood("HTTP/1.1 100 Continue\r\n\r\n"))),
        SENDS_GARBAGE("malformed answer", after(peer -> peer.write("SSH-2.0-OpenSSH_9.2\r\n\r\n"))),
        SENDS_NO_STATUS("malformed answer", after(peer -> peer.write("HTTP/1.1 OK\r\n\r\n"))),
        SENDS_TWO_LENGTHS(
                "malformed answer",
                after(peer -> peer.write(OK + "Content-Length: 1\r\nContent-Length: 2\r\n\r\nab")));

        private final String error;
        private final Script script;

        Silent(String error, Script script) {
            this.error = error;
            this.script = script;
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNoAnswerIsToldAsNone(Silent receiver) {
        try (ScriptedServer server = new ScriptedServer(receiver.script)) {
            long begun = System.nanoTime();

            Answer answer = post(server, SHORT);

            assertThat(answer.status()).isNull();
            assertThat(answer.excerpt()).isNull();
            assertThat(answer.retryAfter()).isEmpty();
            assertThat(answer.error()).startsWith(receiver.error);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(SHORT.plusSeconds(8));
            assertThat(answer.latency()).isPositive().isLessThan(SHORT.plusSeconds(8));
        }
    }

    @Test
    void theRequestIsWhatWasAskedFor() {
        Queue<String> bodies = new ConcurrentLinkedQueue<>();
        try (ScriptedServer server = new ScriptedServer(peer -> {
            peer.head();
            bodies.add(peer.body(BODY_BYTES));
            peer.answer("");
        })) {
            Map<String, String> headers = new LinkedHashMap<>();
            headers.put("X-Signature", "v1=abc");
            headers.put("User-Agent", "Example/1");
            post(transport, server.url("/hook?token=a"), headers, PATIENT);

            assertThat(server.heads()).singleElement().asString().isEqualTo("POST /hook?token=a HTTP/1.1\r\n"
                    + "Host: 127.0.0.1:" + server.port() + "\r\n"
                    + "X-Signature: v1=abc\r\n"
                    + "User-Agent: Example/1\r\n"
                    + "Content-Type: application/json\r\n"
                    + "Content-Length: " + BODY_BYTES + "\r\n\r\n");
            assertThat(new String(bodies.remove().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8))
                    .isEqualTo(BODY);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Host              | inside.example
                    content-length    | 0
                    Transfer-Encoding | chunked
                    Connection        | Upgrade
                    X A               | a
                    X-A               | ü
                    """)
    void aHeaderThatMayNotBeSentKeepsTheDeliveryBack(String name, String value) {
        try (ScriptedServer server = answering(peer -> peer.answer(""))) {
            Answer answer = post(transport, server.url("/"), Map.of(name, value), PATIENT);

            assertThat(answer.status()).isNull();
            assertThat(answer.error()).isEqualTo("a header may not be sent: " + name);
            assertThat(server.connections()).isZero();
        }
    }

    @Test
    void aHeaderCannotSmuggleALine() {
        try (ScriptedServer server = answering(peer -> peer.answer(""))) {
            assertThat(post(transport, server.url("/"), Map.of("X-A", "a\r\nX-B: b"), PATIENT).error())
                    .isEqualTo("a header may not be sent: X-A");
            assertThat(server.connections()).isZero();
        }
    }

    @Test
    void aReceiverWithAnUntrustedCertificateIsToldNothing() throws Exception {
        Certificate certificate = Certificate.of("dns:receiver.example", directory);
        try (ScriptedServer server = new ScriptedServer(
                        "127.0.0.1", 0, certificate.servers(), peer -> peer.answer(peer.head()));
                HttpWebhookTransport https = over(SSLContexts.createDefault())) {
            Answer answer = post(https, "https://receiver.example:" + server.port() + "/", Map.of(), PATIENT);

            assertThat(answer.status()).isNull();
            assertThat(answer.error()).startsWith("TLS handshake failed");
            assertThat(server.heads()).isEmpty();
        }
    }

    @Test
    void aReceiverWithATrustedCertificateIsTold() throws Exception {
        Certificate certificate = Certificate.of("dns:receiver.example", directory);
        try (ScriptedServer server = new ScriptedServer("127.0.0.1", 0, certificate.servers(), peer -> {
                    taken(peer);
                    peer.answer("thanks");
                });
                HttpWebhookTransport https = over(certificate.trust())) {
            Answer answer = post(https, "https://receiver.example:" + server.port() + "/", Map.of(), PATIENT);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.excerpt()).isEqualTo("thanks");
        }
    }

    @Test
    void aReceiverThatIsNotThereIsToldAsSuch() throws IOException {
        int port;
        try (ServerSocket unused = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            port = unused.getLocalPort();
        }

        assertThat(post(transport, "http://127.0.0.1:" + port + "/", Map.of(), PATIENT).error())
                .startsWith("connection refused");
    }

    @Test
    void anInterruptEndsAPost() throws InterruptedException {
        AtomicReference<Answer> answer = new AtomicReference<>();
        try (ScriptedServer server = answering(Peer::silence)) {
            Thread posting = Thread.ofVirtual().start(() -> answer.set(post(server, PATIENT)));
            await().until(() -> server.heads().size() == 1);

            posting.interrupt();

            assertThat(posting.join(Duration.ofSeconds(10))).isTrue();
            assertThat(answer.get().error()).startsWith("interrupted");
        }
    }

    @Test
    void nothingIsSentAfterTheEnd() {
        try (ScriptedServer server = answering(peer -> peer.answer(""))) {
            transport.close();

            assertThat(post(server, PATIENT).error()).isEqualTo("shutting down");
            assertThat(server.connections()).isZero();
        }
    }

    @Test
    void namesOfOneProjectThatAreNeverFoundHoldUpNoOther() throws InterruptedException {
        int many = 300;
        CountDownLatch begun = new CountDownLatch(many);
        CountDownLatch found = new CountDownLatch(1);
        NameLookup names = name -> {
            if (name.endsWith(".dead.example")) {
                uninterruptibly(found);
            }
            return List.of(InetAddress.ofLiteral("127.0.0.1"));
        };
        try (ScriptedServer server = answering(peer -> peer.write(OK + "Content-Length: 0\r\n\r\n"));
                HttpWebhookTransport transport =
                        new HttpWebhookTransport(LOOPBACK, names, SSLContexts.createDefault(), new SettableClock(NOW));
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> dead = IntStream.range(0, many)
                    .mapToObj(number -> threads.submit(() -> {
                        begun.countDown();
                        return post(transport, "http://no" + number + ".dead.example:" + server.port() + "/", Map.of(), PATIENT);
                    }))
                    .toList();
            assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();

            for (int i = 0; i < 20; i++) {
                Answer answer = transport.post(
                        new ProjectId(new UUID(0, 2)), "http://fine" + i + ".example:" + server.port() + "/", Map.of(),
                        BODY.getBytes(StandardCharsets.UTF_8), PATIENT);
                assertThat(answer.status()).as(answer.error()).isEqualTo(200);
            }
            assertThat(dead).noneMatch(Future::isDone);
        } finally {
            found.countDown();
        }
    }

    private static void uninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpWebhookTransport over(SSLContext tls) {
        NameLookup here = _ -> List.of(InetAddress.ofLiteral("127.0.0.1"));
        return new HttpWebhookTransport(LOOPBACK, here, tls, new SettableClock(NOW));
    }
}
