package io.stele.adapters.webhook.transport;

import io.stele.adapters.http.AddressGuard;
import io.stele.adapters.http.Cidr;
import io.stele.adapters.http.Peer;
import io.stele.adapters.http.ScriptedServer;
import io.stele.adapters.http.ScriptedServer.Script;
import io.stele.core.project.ProjectId;
import io.stele.core.time.SettableClock;
import io.stele.core.webhook.WebhookTransport.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

/** Base of the tests of what receivers do, and of what is told of it. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
abstract class WebhookReceiversTest {

    static final AddressGuard LOOPBACK =
            new AddressGuard(List.of(Cidr.parse("127.0.0.0/8").orElseThrow()));
    static final Instant NOW = Instant.parse("2026-03-02T08:15:00Z");
    static final Duration PATIENT = Duration.ofSeconds(20);

    /** Far shorter than any of the receivers goes on, yet long enough for the head of an answer. */
    static final Duration SHORT = Duration.ofSeconds(1);

    static final ProjectId PROJECT = new ProjectId(new UUID(0, 1));
    static final String OK = "HTTP/1.1 200 OK\r\n";
    static final String BODY = "{\"text\":\"Grüße\"}";
    static final int BODY_BYTES = BODY.getBytes(StandardCharsets.UTF_8).length;

    final HttpWebhookTransport transport = new HttpWebhookTransport(LOOPBACK, new SettableClock(NOW));

    @AfterEach
    void close() {
        transport.close();
    }

    final Answer post(ScriptedServer server, Duration timeout) {
        return post(transport, server.url("/hook"), Map.of(), timeout);
    }

    static Answer post(
            HttpWebhookTransport transport, String url, Map<String, String> headers, Duration timeout) {
        return transport.post(PROJECT, url, headers, BODY.getBytes(StandardCharsets.UTF_8), timeout);
    }

    static ScriptedServer answering(Script script) {
        return new ScriptedServer(after(script));
    }

    /** What is done when the request was read. */
    static Script after(Script script) {
        return peer -> {
            taken(peer);
            script.run(peer);
        };
    }

    /** Reads all of the request. */
    static void taken(Peer peer) throws IOException {
        peer.head();
        peer.body(BODY_BYTES);
    }
}
