package io.stele.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stele.adapters.http.Call.Method;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a connection is used again. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class KeepAliveTest {

    private final OutboundHttp http = new OutboundHttp(Calls.LOOPBACK);

    @AfterEach
    void close() {
        http.close();
    }

    @Test
    void aConnectionIsUsedAgain() {
        try (ScriptedServer server = new ScriptedServer(peer -> {
            while (true) {
                peer.head();
                peer.answer("ok");
            }
        })) {
            answered(server);
            answered(server);
            answered(server);

            assertThat(server.connections()).isEqualTo(1);
            assertThat(server.heads()).hasSize(3);
        }
    }

    @Test
    void aConnectionThatTheServerClosedMeanwhileIsNotUsed() {
        try (ScriptedServer server = new ScriptedServer(peer -> {
            peer.head();
            peer.answer("ok");
        })) {
            for (int i = 1; i <= 20; i++) {
                assertThat(Calls.text(answered(server))).isEqualTo("ok");
                int requests = i;
                await().until(() -> server.ended() == requests);
            }

            assertThat(server.connections()).isEqualTo(20);
        }
    }

    @Test
    void aConnectionThatTheServerResetMeanwhileIsNotUsed() {
        CountDownLatch answered = new CountDownLatch(1);
        try (ScriptedServer server = new ScriptedServer(peer -> {
            peer.head();
            peer.answer("ok");
            answered.await();
            peer.reset();
        })) {
            answered(server);
            answered.countDown();
            await().until(() -> server.ended() == 1);

            assertThat(Calls.text(answered(server))).isEqualTo("ok");
        }
    }

    @Test
    void whatComesUnaskedIsNotTheAnswerToTheNextRequest() {
        CountDownLatch answered = new CountDownLatch(1);
        CountDownLatch sent = new CountDownLatch(1);
        try (ScriptedServer server = new ScriptedServer(peer -> {
            peer.head();
            peer.answer("asked for");
            answered.await();
            peer.write("HTTP/1.1 408 Request Timeout\r\nContent-Length: 7\r\n\r\nunasked");
            sent.countDown();
            peer.silence();
        })) {
            answered(server);
            answered.countDown();
            await().until(() -> sent.getCount() == 0);

            assertThat(Calls.text(answered(server))).isEqualTo("asked for");
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void whatFollowsAnAnswerAtOnceIsNotTheNextAnswer() {
        try (ScriptedServer server = new ScriptedServer(peer -> {
            peer.head();
            peer.write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nasked for"
                    + "HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\nunasked");
            peer.silence();
        })) {
            answered(server);

            assertThat(Calls.text(answered(server))).isEqualTo("asked for");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    HTTP/1.1 | Connection: close
                    HTTP/1.1 | Connection: Close, x
                    HTTP/1.1 | Keep-Alive: timeout=1
                    HTTP/1.1 | Keep-Alive: max=5, timeout=0
                    HTTP/1.0 | X: a
                    """)
    void aConnectionIsNotUsedAgainAgainstTheServersWord(String version, String header) {
        try (ScriptedServer server = new ScriptedServer(peer -> {
            peer.head();
            peer.write(version + " 200 OK\r\n" + header + "\r\nContent-Length: 0\r\n\r\n");
            peer.silence();
        })) {
            answered(server);
            answered(server);

            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void anIdleConnectionIsClosed() {
        try (ScriptedServer server = new ScriptedServer(peer -> {
            peer.head();
            peer.write("HTTP/1.1 200 OK\r\nKeep-Alive: timeout=2\r\nContent-Length: 0\r\n\r\n");
            // ends when the other side does
            peer.head();
        })) {
            answered(server);

            await().atMost(Duration.ofSeconds(20)).until(() -> server.ended() == 1);
        }
    }

    @Test
    void aRequestThatWasNotAnsweredLeavesNoConnection() {
        try (ScriptedServer server = new ScriptedServer(peer -> {
            if (peer.head().startsWith("GET /silent")) {
                peer.silence();
            }
            peer.answer("ok");
        })) {
            http.exchange(Calls.get(server.url("/silent"), Calls.limits(Duration.ofMillis(100))));

            assertThat(Calls.text(answered(server))).isEqualTo("ok");
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void aTruncatedBodyIsNotReadAsTheNextAnswer() {
        try (ScriptedServer server = new ScriptedServer(peer -> {
            while (true) {
                peer.head();
                peer.answer("x".repeat(20_000));
            }
        })) {
            Call call = new Call(Method.GET, server.url("/"), List.of(), null, Calls.bytes(10));

            assertThat(http.exchange(call)).isInstanceOf(Answered.class);
            assertThat(http.exchange(call)).isInstanceOf(Answered.class);
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    private Answered answered(ScriptedServer server) {
        return switch (http.exchange(Calls.get(server.url("/")))) {
            case Answered answered -> answered;
            case Failure failure -> throw new AssertionError(failure.toString());
        };
    }
}
