package io.stele.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stele.adapters.http.NotSent.Reason;
import io.stele.adapters.http.ScriptedServer.Script;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.ssl.SSLContexts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TlsTest {

    private static final NameLookup HERE = _ -> List.of(InetAddress.ofLiteral("127.0.0.1"));
    private static final Script ECHO = peer -> {
        while (true) {
            peer.head();
            peer.answer(peer.body(2));
        }
    };

    @TempDir
    private static Path directory;

    private static Certificate certificate;

    @BeforeAll
    static void make() throws Exception {
        certificate = Certificate.of("dns:stele.example,dns:*.wild.example,ip:127.0.0.1", directory);
    }

    @ParameterizedTest
    @ValueSource(strings = {"stele.example", "a.wild.example", "127.0.0.1", "STELE.example"})
    void aTrustedCertificateOfTheHostIsTaken(String host) throws GeneralSecurityException {
        try (ScriptedServer server = server(ECHO);
                OutboundHttp http = http(certificate.trust())) {
            Call call = Calls.post("https://" + host + ":" + server.port() + "/", "{}", Calls.PATIENT);

            assertThat(http.exchange(call)).isInstanceOfSatisfying(Answered.class, answered -> assertThat(
                            Calls.text(answered))
                    .isEqualTo("{}"));
            assertThat(http.exchange(call)).isInstanceOf(Answered.class);
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"other.example", "a.stele.example", "a.b.wild.example", "wild.example"})
    void aCertificateOfAnotherHostIsRefused(String host) throws GeneralSecurityException {
        try (ScriptedServer server = server(ECHO);
                OutboundHttp http = http(certificate.trust())) {
            assertThat(http.exchange(Calls.post("https://" + host + ":" + server.port() + "/", "{}", Calls.PATIENT)))
                    .isInstanceOfSatisfying(
                            NotSent.class, failure -> assertThat(failure.reason()).isEqualTo(Reason.TLS_FAILED));
            assertThat(server.heads()).isEmpty();
            assertThat(http.connectionsInUse()).isZero();
        }
    }

    @Test
    void aCertificateThatNobodyTrustsIsRefused() throws GeneralSecurityException {
        try (ScriptedServer server = server(ECHO);
                OutboundHttp http = http(SSLContexts.createDefault())) {
            assertThat(http.exchange(
                            Calls.post("https://stele.example:" + server.port() + "/", "{}", Calls.PATIENT)))
                    .isInstanceOfSatisfying(NotSent.class, failure -> {
                        assertThat(failure.reason()).isEqualTo(Reason.TLS_FAILED);
                        assertThat(failure.text()).isEqualTo("TLS handshake failed (SSLHandshakeException)");
                    });
            assertThat(server.heads()).isEmpty();
        }
    }

    @Test
    void theServerIsToldTheNameThatIsMeant() throws GeneralSecurityException {
        Queue<String> names = new ConcurrentLinkedQueue<>();
        Script script = peer -> {
            peer.head();
            ((ExtendedSSLSession) ((SSLSocket) peer.socket()).getSession())
                    .getRequestedServerNames()
                    .forEach(name -> names.add(new String(name.getEncoded())));
            peer.answer("ok");
        };
        try (ScriptedServer server = server(script);
                OutboundHttp http = http(certificate.trust())) {
            assertThat(http.exchange(Calls.get("https://stele.example:" + server.port() + "/")))
                    .isInstanceOf(Answered.class);
            assertThat(names).containsExactly("stele.example");
        }
    }

    @Test
    void aServerThatSpeaksNoTlsIsRefused() {
        try (ScriptedServer server = new ScriptedServer(peer -> peer.write("HTTP/1.1 400 Bad Request\r\n\r\n"));
                OutboundHttp http = http(SSLContexts.createDefault())) {
            assertThat(http.exchange(Calls.get("https://stele.example:" + server.port() + "/")))
                    .isInstanceOfSatisfying(
                            NotSent.class, failure -> assertThat(failure.reason()).isEqualTo(Reason.TLS_FAILED));
        }
    }

    @Test
    void aServerThatResetsTheHandshakeIsRefused() {
        try (ScriptedServer server = new ScriptedServer(Peer::reset);
                OutboundHttp http = http(SSLContexts.createDefault())) {
            // the reset may be seen before there is a handshake
            assertThat(http.exchange(Calls.get("https://stele.example:" + server.port() + "/")))
                    .isInstanceOfSatisfying(NotSent.class, failure -> assertThat(failure.reason())
                            .isIn(Reason.TLS_FAILED, Reason.CONNECT_FAILED));
        }
    }

    @Test
    void aHandshakeThatNeverBeginsEndsInTime() {
        assertHandshakeEndsInTime(Peer::silence);
    }

    @Test
    void aHandshakeThatNeverEndsEndsInTime() {
        assertHandshakeEndsInTime(peer -> {
            // the start of a record of the greatest length
            peer.write("\u0016\u0003\u0003\u0040\u0000\u0002\u0000\u003F\u00FC");
            peer.drip("\u0000");
        });
    }

    private static void assertHandshakeEndsInTime(Script script) {
        Duration hour = Duration.ofHours(1);
        Limits limits = new Limits(Duration.ofMillis(300), hour, hour, 10, false);
        try (ScriptedServer server = new ScriptedServer(script);
                OutboundHttp http = http(SSLContexts.createDefault())) {
            assertThat(http.exchange(Calls.get("https://stele.example:" + server.port() + "/", limits)))
                    .isInstanceOfSatisfying(
                            NotSent.class, failure -> assertThat(failure.reason()).isEqualTo(Reason.CONNECT_TIMEOUT));
            assertThat(http.connectionsInUse()).isZero();
        }
    }

    @Test
    void aConnectionThatTheServerClosedMeanwhileIsNotUsed() throws GeneralSecurityException {
        Script once = peer -> {
            peer.head();
            peer.answer("ok");
        };
        try (ScriptedServer server = server(once);
                OutboundHttp http = http(certificate.trust())) {
            for (int i = 1; i <= 5; i++) {
                assertThat(http.exchange(Calls.get("https://stele.example:" + server.port() + "/")))
                        .isInstanceOf(Answered.class);
                int requests = i;
                await().until(() -> server.ended() == requests);
            }
            assertThat(server.connections()).isEqualTo(5);
        }
    }

    @Test
    void aServerThatReadsNothingHoldsUpNoClosing() throws Exception {
        Script script = peer -> {
            ((SSLSocket) peer.socket()).startHandshake();
            peer.silence();
        };
        try (ScriptedServer server = server(script);
                Socket socket = new Socket("127.0.0.1", server.port())) {
            SSLSocket tls = (SSLSocket) certificate
                    .trust()
                    .getSocketFactory()
                    .createSocket(socket, "stele.example", server.port(), false);
            tls.startHandshake();
            OutboundConnection connection = new OutboundConnection("test");
            connection.bind(socket);
            connection.bind(tls, socket);
            Thread filling = Thread.ofVirtual().start(() -> fill(socket));
            await().until(() -> filling.getState() == Thread.State.WAITING);

            connection.close(CloseMode.GRACEFUL);
            assertThat(socket.isClosed()).isTrue();
            filling.join();
        }
    }

    /** Writes until there is no room left between the two sides, and waits there. */
    private static void fill(Socket socket) {
        try {
            socket.getOutputStream().write(new byte[50_000_000]);
        } catch (IOException e) {
            // the socket was closed
        }
    }

    @Test
    void theDeadlineHoldsForAServerThatDrips() throws GeneralSecurityException {
        Script script = peer -> {
            peer.head();
            peer.write("HTTP/1.1 200 OK\r\nX: ");
            peer.drip("a");
        };
        try (ScriptedServer server = server(script);
                OutboundHttp http = http(certificate.trust())) {
            Limits limits = Calls.limits(Duration.ofSeconds(2));

            assertThat(http.exchange(Calls.get("https://stele.example:" + server.port() + "/", limits)))
                    .isInstanceOfSatisfying(NoAnswer.class, failure -> assertThat(failure.reason())
                            .isEqualTo(NoAnswer.Reason.TIMEOUT));
            assertThat(http.connectionsInUse()).isZero();
        }
    }

    @Test
    void theDeadlineHoldsForAServerThatDoesNotRead() throws GeneralSecurityException {
        Script script = peer -> {
            ((SSLSocket) peer.socket()).startHandshake();
            peer.silence();
        };
        try (ScriptedServer server = server(script);
                OutboundHttp http = http(certificate.trust())) {
            Limits limits = Calls.limits(Duration.ofSeconds(2));

            assertThat(http.exchange(Calls.post(
                            "https://stele.example:" + server.port() + "/", "x".repeat(20_000_000), limits)))
                    .isInstanceOfSatisfying(NoAnswer.class, failure -> assertThat(failure.reason())
                            .isEqualTo(NoAnswer.Reason.TIMEOUT));
            assertThat(http.connectionsInUse()).isZero();
        }
    }

    private static ScriptedServer server(Script script) throws GeneralSecurityException {
        return new ScriptedServer("127.0.0.1", 0, certificate.servers(), script);
    }

    private static OutboundHttp http(SSLContext trust) {
        return new OutboundHttp(Calls.LOOPBACK, HERE, trust);
    }
}
