package io.stele.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.adapters.http.Call.Body;
import io.stele.adapters.http.Call.Method;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OutboundHttpTest {

    private final OutboundHttp http = new OutboundHttp(Calls.LOOPBACK);

    @AfterEach
    void close() {
        http.close();
    }

    @Test
    void sendsTheRequestAndNothingElse() {
        try (ScriptedServer server = new ScriptedServer(peer -> {
            peer.head();
            peer.answer(peer.body(8));
        })) {
            Call call = new Call(
                    Method.POST,
                    server.url("/hook/a%20b?c=d"),
                    List.of(new Header("X-Signature", "v1=abc"), new Header("x-id", "1"), new Header("X-Id", "2")),
                    new Body("{\"é\":1}".getBytes(StandardCharsets.UTF_8), "application/json; charset=utf-8"),
                    Calls.PATIENT);

            assertThat(Calls.text(answered(call))).isEqualTo("{\"é\":1}");
            assertThat(server.heads())
                    .containsExactly("POST /hook/a%20b?c=d HTTP/1.1\r\n"
                            + "Host: 127.0.0.1:" + server.port() + "\r\n"
                            + "X-Signature: v1=abc\r\n"
                            + "x-id: 1\r\n"
                            + "X-Id: 2\r\n"
                            + "User-Agent: Stele\r\n"
                            + "Content-Type: application/json; charset=utf-8\r\n"
                            + "Content-Length: 8\r\n"
                            + "\r\n");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRequestWithoutABodySaysSoWhereOneIsExpected(Method method) {
        try (ScriptedServer server = new ScriptedServer(peer -> {
            peer.head();
            peer.write("HTTP/1.1 204 No Content\r\n\r\n");
        })) {
            answered(new Call(method, server.url("/"), List.of(), null, Calls.PATIENT));

            assertThat(server.heads())
                    .containsExactly(method + " / HTTP/1.1\r\n"
                            + "Host: 127.0.0.1:" + server.port() + "\r\n"
                            + "User-Agent: Stele\r\n"
                            + (method.name().startsWith("P") ? "Content-Length: 0\r\n" : "")
                            + "\r\n");
        }
    }

    @Test
    void theCallersUserAgentIsSentInsteadOfOurs() {
        try (ScriptedServer server = new ScriptedServer(peer -> {
            peer.head();
            peer.answer("");
        })) {
            answered(new Call(
                    Method.GET, server.url("/"), List.of(new Header("user-agent", "Bot/1")), null, Calls.PATIENT));

            assertThat(server.heads()).singleElement().asString().contains("user-agent: Bot/1").doesNotContain("Stele");
        }
    }

    @Test
    void anAnswerHasItsStatusHeadersAndBody() {
        try (ScriptedServer server = new ScriptedServer(peer -> {
            peer.head();
            peer.write("HTTP/1.1 429 Slow Down\r\nRetry-After: 7\r\nset-cookie: a\r\nX: 1\r\nSet-Cookie:  b \r\n"
                    + "Content-Length: 4\r\n\r\nwait");
        })) {
            Answered answered = answered(Calls.get(server.url("/")));

            assertThat(answered.status()).isEqualTo(429);
            assertThat(answered.headers().first("retry-after")).contains("7");
            assertThat(answered.headers().all("SET-COOKIE")).containsExactly("a", "b");
            assertThat(answered.headers().first("location")).isEmpty();
            assertThat(Calls.text(answered)).isEqualTo("wait");
            assertThat(answered.truncated()).isFalse();
            assertThat(answered.latency()).isPositive();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    chunked                    | Transfer-Encoding: chunked^^3^abc^2;x=y^de^0^Trailer: x^^
                    until the connection ends  | ^abcde
                    of a length                | Content-Length: 5^^abcde
                    on folded headers          | X: a^  b^Content-Length: 5^^abcde
                    """)
    void readsABodyInEveryForm(String form, String rest) {
        try (ScriptedServer server = new ScriptedServer(peer -> {
            peer.head();
            peer.write("HTTP/1.1 200 OK\r\n" + rest.replace("^", "\r\n"));
        })) {
            Answered answered = answered(Calls.get(server.url("/"), Calls.whole(Calls.PATIENT)));

            assertThat(Calls.text(answered)).as(form).isEqualTo("abcde");
            assertThat(answered.truncated()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"GET, 204", "GET, 304", "HEAD, 200", "HEAD, 404"})
    void whatHasNoBodyIsReadToItsEnd(Method method, int status) {
        try (ScriptedServer server = new ScriptedServer(peer -> {
            while (true) {
                peer.head();
                peer.write("HTTP/1.1 " + status + " X\r\n" + (status == 204 ? "" : "Content-Length: 5\r\n") + "\r\n");
            }
        })) {
            Call call = new Call(method, server.url("/"), List.of(), null, Calls.whole(Calls.PATIENT));

            assertThat(answered(call).status()).isEqualTo(status);
            assertThat(answered(call).body()).isEmpty();
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"301", "302", "303", "307", "308"})
    void followsNoRedirect(int status) {
        try (ScriptedServer server = new ScriptedServer(peer -> {
            peer.head();
            peer.write("HTTP/1.1 " + status + " Moved\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n");
        })) {
            Answered answered = answered(Calls.get(server.url("/")));

            assertThat(answered.status()).isEqualTo(status);
            assertThat(answered.headers().first("Location")).contains("/elsewhere");
            assertThat(server.heads()).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    401 | WWW-Authenticate: Basic realm="x"
                    407 | Proxy-Authenticate: Basic realm="x"
                    408 | Connection: close
                    425 | Retry-After: 0
                    429 | Retry-After: 0
                    503 | Retry-After: 0
                    """)
    void asksOnceWhateverTheAnswer(int status, String header) {
        try (ScriptedServer server = new ScriptedServer(peer -> {
            peer.head();
            peer.write("HTTP/1.1 " + status + " X\r\n" + header + "\r\nContent-Length: 0\r\n\r\n");
        })) {
            assertThat(answered(Calls.get(server.url("/"))).status()).isEqualTo(status);
            assertThat(server.heads()).hasSize(1);
        }
    }

    @Test
    void keepsNoCookie() {
        try (ScriptedServer server = new ScriptedServer(peer -> {
            while (true) {
                peer.head();
                peer.write("HTTP/1.1 200 OK\r\nSet-Cookie: session=1; Path=/\r\nContent-Length: 0\r\n\r\n");
            }
        })) {
            answered(Calls.get(server.url("/")));
            answered(Calls.get(server.url("/")));

            assertThat(server.heads()).hasSize(2).noneMatch(head -> head.contains("ookie"));
        }
    }

    @Test
    void asksForNoCompressionAndUnpacksNone() {
        try (ScriptedServer server = new ScriptedServer(peer -> {
            peer.head();
            peer.write("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 5\r\n\r\n\u001F\u008Babc");
        })) {
            Answered answered = answered(Calls.get(server.url("/")));

            assertThat(answered.body()).containsExactly(0x1F, 0x8B, 'a', 'b', 'c');
            assertThat(answered.headers().first("Content-Encoding")).contains("gzip");
            assertThat(server.heads()).noneMatch(head -> head.contains("Accept-Encoding"));
        }
    }

    @Test
    void passesOverInterimAnswers() {
        try (ScriptedServer server = new ScriptedServer(peer -> {
            peer.head();
            peer.write("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n");
            peer.answer("done");
        })) {
            Answered answered = answered(Calls.get(server.url("/")));

            assertThat(answered.status()).isEqualTo(200);
            assertThat(answered.headers().first("Link")).isEmpty();
            assertThat(Calls.text(answered)).isEqualTo("done");
        }
    }

    @ParameterizedTest
    @CsvSource({"5, 5, abcde, false", "6, 5, abcde, false", "4, 5, abcd, true", "0, 5, '', true", "0, 0, '', false"})
    void keepsTheFirstBytesOfABody(int most, int size, String kept, boolean truncated) {
        try (ScriptedServer server = new ScriptedServer(peer -> {
            peer.head();
            peer.answer("abcde".substring(0, size));
        })) {
            Answered answered = answered(Calls.get(server.url("/"), Calls.bytes(most)));

            assertThat(Calls.text(answered)).isEqualTo(kept);
            assertThat(answered.truncated()).isEqualTo(truncated);
        }
    }

    @Test
    void sendsALargeBodyToAServerThatReadsSlowly() {
        int size = 3_000_000;
        try (ScriptedServer server = new ScriptedServer(peer -> {
            peer.head();
            int left = size;
            while (left > 0) {
                left -= peer.body(Math.min(left, 50_000)).length();
                Thread.yield();
            }
            peer.answer("got it");
        })) {
            assertThat(Calls.text(answered(Calls.post(server.url("/"), "x".repeat(size), Calls.PATIENT))))
                    .isEqualTo("got it");
        }
    }

    @Test
    void asksNoProxyThatTheSystemNames() {
        try (ScriptedServer server = new ScriptedServer(peer -> {
                    peer.head();
                    peer.answer("direct");
                });
                ScriptedServer proxy = new ScriptedServer(Peer::reset)) {
            List<String> kinds = List.of("socksProxy", "http.proxy", "https.proxy");
            kinds.forEach(kind -> {
                System.setProperty(kind + "Host", "127.0.0.1");
                System.setProperty(kind + "Port", Integer.toString(proxy.port()));
            });
            try {
                assertThat(Calls.text(answered(Calls.get(server.url("/"))))).isEqualTo("direct");
            } finally {
                kinds.forEach(kind -> {
                    System.clearProperty(kind + "Host");
                    System.clearProperty(kind + "Port");
                });
            }
            assertThat(proxy.connections()).isZero();
        }
    }

    private Answered answered(Call call) {
        return switch (http.exchange(call)) {
            case Answered answered -> answered;
            case Failure failure -> throw new AssertionError(failure.toString());
        };
    }
}
