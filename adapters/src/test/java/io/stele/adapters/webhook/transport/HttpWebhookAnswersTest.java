package io.stele.adapters.webhook.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.adapters.http.ScriptedServer;
import io.stele.adapters.http.ScriptedServer.Script;
import io.stele.core.webhook.WebhookTransport.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept of an answer, whatever it is. */
class HttpWebhookAnswersTest extends WebhookReceiversTest {

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
