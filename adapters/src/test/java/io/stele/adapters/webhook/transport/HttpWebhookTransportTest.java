package io.stele.adapters.webhook.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stele.adapters.http.AddressGuard;
import io.stele.adapters.http.Certificate;
import io.stele.adapters.http.Cidr;
import io.stele.adapters.http.NameLookup;
import io.stele.adapters.http.Peer;
import io.stele.adapters.http.ScriptedServer;
import io.stele.adapters.http.ScriptedServer.Script;
import io.stele.core.time.SettableClock;
import io.stele.core.webhook.WebhookTransport.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.SSLContext;
import org.apache.hc.core5.ssl.SSLContexts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Receivers that do what none should, and what is told of them. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HttpWebhookTransportTest {

    private static final AddressGuard LOOPBACK =
            new AddressGuard(List.of(Cidr.parse("127.0.0.0/8").orElseThrow()));
    private static final Instant NOW = Instant.parse("2026-03-02T08:15:00Z");
    private static final Duration PATIENT = Duration.ofSeconds(20);

    /** Far shorter than any of the receivers goes on, yet long enough for the head of an answer. */
    private static final Duration SHORT = Duration.ofSeconds(1);

    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private static final String BODY = "{\"text\":\"Grüße\"}";
    private static final int BODY_BYTES = BODY.getBytes(StandardCharsets.UTF_8).length;

    private final HttpWebhookTransport transport = new HttpWebhookTransport(LOOPBACK, new SettableClock(NOW));

    @TempDir
    private Path directory;

    @AfterEach
    void close() {
        transport.close();
    }

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

    /** Of these the status counts, whatever becomes of the body. */
    enum Answering {
        SAYS_NO_MORE_THAN_THE_STATUS(204, null, peer -> peer.write("HTTP/1.1 204 No Content\r\n\r\n")),
        HAS_AN_EMPTY_BODY(200, null, peer -> peer.answer("")),
        SAYS_WHY(422, "wrong", peer -> peer.write("HTTP/1.1 422 X\r\nContent-Length: 5\r\n\r\nwrong")),
        HAS_A_BODY_IN_CHUNKS(
                200, "abcde", peer -> peer.write(OK + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n")),
        ENDS_ITS_BODY_BY_CLOSING(200, "abc", peer -> peer.write(OK + "\r\nabc")),
        CUTS_ITS_BODY_OFF(200, "abc", peer -> peer.write(OK + "Content-Length: 10\r\n\r\nabc")),
        STOPS_WITHIN_ITS_BODY(200, "abc", peer -> {
            peer.write(OK + "Content-Length: 10\r\n\r\nabc");
            peer.silence();
        }),
        SENDS_A_BODY_WITHOUT_END(500, "a".repeat(4096), peer -> {
            peer.write("HTTP/1.1 500 X\r\n\r\n");
            peer.flood("a".repeat(1000));
        }),
        ANNOUNCES_TOO_MUCH(200, "a".repeat(4096), peer -> {
            peer.write(OK + "Content-Length: 99999999999\r\n\r\n");
            peer.flood("a".repeat(1000));
        }),
        ANSWERS_BEFORE_IT_HAS_READ(413, "too large", peer -> peer.write(
                "HTTP/1.1 413 X\r\nConnection: close\r\nContent-Length: 9\r\n\r\ntoo large"));

        private final int status;
        private final @Nullable String excerpt;
        private final Script script;

        Answering(int status, @Nullable String excerpt, Script script) {
            this.status = status;
            this.excerpt = excerpt;
            this.script = script;
        }
    }

    @ParameterizedTest
    @EnumSource
    void theStatusIsAnAnswerWhateverBecomesOfTheBody(Answering receiver) {
        try (ScriptedServer server = answering(receiver.script)) {
            Answer answer = post(server, SHORT);

            assertThat(answer.status()).isEqualTo(receiver.status);
            assertThat(answer.excerpt()).isEqualTo(receiver.excerpt);
            assertThat(answer.error()).isNull();
            assertThat(answer.latency()).isPositive().isLessThan(SHORT.plusSeconds(8));
        }
    }

    @Test
    void aBodyThatDripsEndsInTime() {
        try (ScriptedServer server = answering(peer -> {
            peer.write(OK + "\r\n");
            peer.drip("a");
        })) {
            Answer answer = post(server, SHORT);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.excerpt()).matches("a+");
            assertThat(answer.latency()).isBetween(SHORT.minusMillis(200), SHORT.plusSeconds(8));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "GZIP", "br", "deflate, gzip"})
    void aPackedBodyIsNotShown(String coding) {
        try (ScriptedServer server = answering(peer -> {
            byte[] packed = gzip("x".repeat(100));
            peer.write(OK + "Content-Encoding: " + coding + "\r\nContent-Length: " + packed.length + "\r\n\r\n");
            peer.socket().getOutputStream().write(packed);
        })) {
            assertThat(post(server, PATIENT))
                    .satisfies(answer -> assertThat(answer.status()).isEqualTo(200))
                    .satisfies(answer -> assertThat(answer.excerpt()).isNull());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    plain text          | plain text
                    Gr\u00FC\u00DFe \uD83D\uDE00       | Gr\u00FC\u00DFe \uD83D\uDE00
                    a~b                 | a\uFFFDb
                    a\u001B[31mred      | a\uFFFD[31mred
                    a\u202Eb            | a\uFFFDb
                    a\u0085b            | a\uFFFDb
                    """)
    void theExcerptHoldsNothingThatDoesNotShow(String body, String excerpt) {
        byte[] bytes = body.replace('~', '\0').getBytes(StandardCharsets.UTF_8);

        assertThat(excerpt(bytes)).isEqualTo(excerpt);
    }

    @Test
    void theExcerptKeepsItsLines() {
        assertThat(excerpt("a\r\nb\n\tc".getBytes(StandardCharsets.UTF_8))).isEqualTo("a\nb\n\tc");
    }

    @Test
    void whatIsNoTextIsShownAsSuch() {
        assertThat(excerpt(new byte[] {'a', (byte) 0xFF, (byte) 0xC3, 'b', (byte) 0xC3})).isEqualTo("a\uFFFD\uFFFDb\uFFFD");
    }

    @Test
    void noHalfCharacterIsLeftWhereTheExcerptEnds() {
        assertThat(excerpt(("a" + "\uD83D\uDE00".repeat(2000)).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("a" + "\uD83D\uDE00".repeat(1023));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    120                           | 120
                    0                             | 0
                    Mon, 02 Mar 2026 08:16:00 GMT | 60
                    Mon, 02 Mar 2026 08:00:00 GMT | 0
                    """)
    void aWishToBeLeftAloneIsTold(String value, int seconds) {
        try (ScriptedServer server = answering(
                peer -> peer.write("HTTP/1.1 429 X\r\nContent-Length: 0\r\nRetry-After: " + value + "\r\n\r\n"))) {
            assertThat(post(server, PATIENT).retryAfter()).contains(Duration.ofSeconds(seconds));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "soon", "99999999999999999999", "1.5"})
    void aWishThatCannotBeReadIsNone(String value) {
        try (ScriptedServer server = answering(
                peer -> peer.write("HTTP/1.1 429 X\r\nContent-Length: 0\r\nRetry-After: " + value + "\r\n\r\n"))) {
            assertThat(post(server, PATIENT).retryAfter()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectIsAnAnswerAndNotFollowed(int status) {
        try (ScriptedServer inside = new ScriptedServer(peer -> peer.answer("secret"));
                ScriptedServer server = answering(peer -> peer.write("HTTP/1.1 " + status + " X\r\nLocation: "
                        + inside.url("/") + "\r\nContent-Length: 0\r\n\r\n"))) {
            assertThat(post(server, PATIENT).status()).isEqualTo(status);
            assertThat(inside.connections()).isZero();
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

    private String excerpt(byte[] body) {
        try (ScriptedServer server = answering(peer -> {
            peer.write(OK + "Content-Length: " + body.length + "\r\n\r\n");
            peer.socket().getOutputStream().write(body);
        })) {
            String excerpt = post(server, PATIENT).excerpt();
            assertThat(excerpt).isNotNull();
            return excerpt == null ? "" : excerpt;
        }
    }

    private HttpWebhookTransport over(SSLContext tls) {
        NameLookup here = _ -> List.of(InetAddress.ofLiteral("127.0.0.1"));
        return new HttpWebhookTransport(LOOPBACK, here, tls, new SettableClock(NOW));
    }

    private Answer post(ScriptedServer server, Duration timeout) {
        return post(transport, server.url("/hook"), Map.of(), timeout);
    }

    private static Answer post(
            HttpWebhookTransport transport, String url, Map<String, String> headers, Duration timeout) {
        return transport.post(url, headers, BODY.getBytes(StandardCharsets.UTF_8), timeout);
    }

    private static ScriptedServer answering(Script script) {
        return new ScriptedServer(after(script));
    }

    /** What is done when the request was read. */
    private static Script after(Script script) {
        return peer -> {
            taken(peer);
            script.run(peer);
        };
    }

    /** Reads all of the request. */
    private static void taken(Peer peer) throws IOException {
        peer.head();
        peer.body(BODY_BYTES);
    }

    private static byte[] gzip(String text) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
