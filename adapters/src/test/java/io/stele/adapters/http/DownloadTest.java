package io.stele.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stele.adapters.http.Download.Downloaded;
import io.stele.adapters.http.Download.OtherStatus;
import io.stele.adapters.http.Download.TooLarge;
import io.stele.adapters.http.ScriptedServer.Script;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DownloadTest {

    private static final Duration SHORT = Duration.ofSeconds(1);

    private final OutboundHttp http = new OutboundHttp(Calls.LOOPBACK);
    private final ByteArrayOutputStream taken = new ByteArrayOutputStream();

    @AfterEach
    void close() {
        http.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "null",
            textBlock =
                    """
                    Content-Type: image/png^Content-Length: 5^^abcde             | image/png
                    content-type: a/b; c=d^Transfer-Encoding: chunked^^5^abcde^0^^ | a/b; c=d
                    ^abcde                                                        | null
                    """)
    void handsOnAllOfTheFile(String rest, String contentType) throws IOException {
        try (ScriptedServer server = answering("HTTP/1.1 200 OK\r\n" + rest.replace("^", "\r\n"))) {
            assertThat(http.download(Calls.get(server.url("/")), taken::write))
                    .isEqualTo(new Downloaded(200, contentType, 5));
            assertThat(taken).hasToString("abcde");
        }
    }

    @Test
    void handsOnALargeFileInPieces() throws IOException {
        byte[] block = "0123456789".repeat(100_000).getBytes(StandardCharsets.US_ASCII);
        Script script = peer -> {
            peer.head();
            peer.write("HTTP/1.1 200 OK\r\nContent-Length: " + 10L * block.length + "\r\n\r\n");
            for (int i = 0; i < 10; i++) {
                peer.socket().getOutputStream().write(block);
            }
        };
        try (ScriptedServer server = new ScriptedServer(script)) {
            long[] pieces = {0, 0};
            Download download =
                    http.download(Calls.get(server.url("/"), Calls.bytes(10_000_000)), (bytes, offset, length) -> {
                        pieces[0] += length;
                        pieces[1] = Math.max(pieces[1], length);
                    });

            assertThat(download).isEqualTo(new Downloaded(200, null, 10_000_000));
            assertThat(pieces[0]).isEqualTo(10_000_000);
            assertThat(pieces[1]).isLessThanOrEqualTo(8192);
        }
    }

    @ParameterizedTest
    @CsvSource({"5, 5, true", "4, 5, false", "0, 0, true", "0, 1, false"})
    void theFileMayHaveSoManyBytes(int most, int size, boolean fits) throws IOException {
        try (ScriptedServer server = answering("HTTP/1.1 200 OK\r\nContent-Length: " + size + "\r\n\r\n"
                + "abcde".substring(0, size))) {
            assertThat(http.download(Calls.get(server.url("/"), Calls.bytes(most)), taken::write))
                    .isEqualTo(fits ? new Downloaded(200, null, size) : new TooLarge());
        }
    }

    @Test
    void nothingIsHandedOnOfAFileThatIsSaidToBeTooLarge() throws IOException {
        try (ScriptedServer server = answering("HTTP/1.1 200 OK\r\nContent-Length: 9999999999999\r\n\r\nabc")) {
            assertThat(http.download(Calls.get(server.url("/")), taken::write)).isEqualTo(new TooLarge());
            assertThat(taken.size()).isZero();
        }
    }

    @Test
    void aFileWithoutEndIsTooLarge() throws IOException {
        Script script = peer -> {
            peer.head();
            peer.write("HTTP/1.1 200 OK\r\n\r\n");
            peer.flood("x".repeat(1000));
        };
        try (ScriptedServer server = new ScriptedServer(script)) {
            assertThat(http.download(Calls.get(server.url("/")), taken::write)).isEqualTo(new TooLarge());
            assertThat(taken.size()).isLessThanOrEqualTo(Calls.PATIENT.mostBytes());
            assertThat(http.connectionsInUse()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {206, 301, 302, 304, 307, 401, 403, 404, 410, 429, 500, 503})
    void anotherStatusIsNotTheFile(int status) throws IOException {
        try (ScriptedServer server =
                answering("HTTP/1.1 " + status + " X\r\nLocation: /x\r\nContent-Length: 3\r\n\r\nabc")) {
            assertThat(http.download(Calls.get(server.url("/")), taken::write)).isEqualTo(new OtherStatus(status));
            assertThat(taken.size()).isZero();
            assertThat(server.heads()).hasSize(1);
            assertThat(http.connectionsInUse()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Content-Length: 10^^abc                 | CUT_OFF
                    Transfer-Encoding: chunked^^5^abc       | CUT_OFF
                    Transfer-Encoding: chunked^^xyz^        | MALFORMED
                    """)
    void aFileThatIsCutOffIsNoFile(String rest, NoAnswer.Reason reason) throws IOException {
        try (ScriptedServer server = answering("HTTP/1.1 200 OK\r\n" + rest.replace("^", "\r\n"))) {
            assertThat(http.download(Calls.get(server.url("/")), taken::write))
                    .isInstanceOfSatisfying(NoAnswer.class, failure -> {
                        assertThat(failure.reason()).isEqualTo(reason);
                        assertThat(failure.status()).isEqualTo(200);
                    });
            assertThat(http.connectionsInUse()).isZero();
        }
    }

    @Test
    void silenceEndsADownload() throws IOException {
        Script script = peer -> {
            peer.head();
            peer.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc");
            peer.silence();
        };
        Duration hour = Duration.ofHours(1);
        try (ScriptedServer server = new ScriptedServer(script)) {
            assertThat(http.download(
                            Calls.get(server.url("/"), new Limits(hour, SHORT, hour, 10, false)), taken::write))
                    .isEqualTo(new NoAnswer(NoAnswer.Reason.TIMEOUT, 200, "SocketTimeoutException"));
        }
    }

    @Test
    void aDripEndsWithTheDeadline() throws IOException {
        Script script = peer -> {
            peer.head();
            peer.write("HTTP/1.1 200 OK\r\n\r\n");
            peer.drip("a");
        };
        Duration hour = Duration.ofHours(1);
        try (ScriptedServer server = new ScriptedServer(script)) {
            assertThat(http.download(
                            Calls.get(server.url("/"), new Limits(hour, hour, SHORT, 1_000_000, false)), taken::write))
                    .isInstanceOfSatisfying(NoAnswer.class, failure -> assertThat(failure.reason())
                            .isEqualTo(NoAnswer.Reason.TIMEOUT));
            assertThat(http.connectionsInUse()).isZero();
        }
    }

    @Test
    void whatTheSinkThrowsReachesTheCaller() {
        IOException full = new IOException("no space left");
        try (ScriptedServer server = answering("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc")) {
            assertThatThrownBy(() -> http.download(Calls.get(server.url("/")), (_, _, _) -> {
                        throw full;
                    }))
                    .isSameAs(full);
            assertThat(http.connectionsInUse()).isZero();
        }
    }

    @Test
    void aFileIsFetchedOnlyFromWhereRequestsMayGo() throws IOException {
        try (OutboundHttp strict = new OutboundHttp(AddressGuard.PUBLIC_ONLY)) {
            assertThat(strict.download(Calls.get("https://127.0.0.1/"), taken::write))
                    .isEqualTo(new NotSent(NotSent.Reason.URL_REFUSED, "ADDRESS"));
        }
    }

    private static ScriptedServer answering(String answer) {
        return new ScriptedServer(peer -> {
            peer.head();
            peer.write(answer);
        });
    }
}
