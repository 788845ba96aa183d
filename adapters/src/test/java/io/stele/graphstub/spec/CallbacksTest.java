package io.stele.graphstub.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.stele.graphstub.callback.Attempt;
import io.stele.graphstub.callback.CallbackPoster.Signing;
import io.stele.graphstub.client.LedgerLine;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the business is told: signed, again if need be, and on record. */
class CallbacksTest {

    private static final String BODY = "{\"object\": \"whatsapp_business_account\",\n\"entry\":[] , \"x\":"
            + "\"\u00fc\ud83d\ude00\"}";

    private static CallbackSink sink;
    private static Shop shop;

    @BeforeAll
    static void open() {
        sink = new CallbackSink();
        shop = Shop.open();
    }

    @AfterAll
    static void close() {
        shop.close();
        sink.close();
    }

    @BeforeEach
    void reset() {
        shop.control.reset();
        shop.control.callback(sink.url());
        shop.control.appSecret(Shop.SECRET);
        shop.control.retries();
        shop.control.callbackTimeout(Duration.ofSeconds(20));
        sink.clear();
    }

    @Test
    void postsExactlyTheseBytesAndSignsThem() {
        Attempt attempt = shop.control.inbound(BODY);

        assertThat(attempt.isAcknowledged()).isTrue();
        assertThat(sink.calls).singleElement().satisfies(call -> {
            assertThat(call.method()).isEqualTo("POST");
            assertThat(call.body()).isEqualTo(BODY.getBytes(StandardCharsets.UTF_8));
            assertThat(call.header("X-hub-signature-256"))
                    .isEqualTo("sha256=" + Hmac.hex(call.body(), Shop.SECRET.getBytes(StandardCharsets.UTF_8)));
            assertThat(call.header("User-agent")).isEqualTo("facebookexternalua");
            assertThat(call.header("Content-type")).isEqualTo("application/json");
        });
    }

    @Test
    void signsWithAnotherSecretWhenTold() {
        shop.control.appSecret("n".repeat(100));

        shop.control.inbound(BODY);

        assertThat(sink.calls.getFirst().header("X-hub-signature-256"))
                .isEqualTo("sha256="
                        + Hmac.hex(sink.calls.getFirst().body(), "n".repeat(100).getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void signsWronglyOrNotAtAllWhenTold() {
        shop.control.inboundOnce(BODY, Signing.WRONG);
        shop.control.inboundOnce(BODY, Signing.ABSENT);

        assertThat(sink.calls.getFirst().header("X-hub-signature-256"))
                .startsWith("sha256=")
                .isNotEqualTo("sha256="
                        + Hmac.hex(sink.calls.getFirst().body(), Shop.SECRET.getBytes(StandardCharsets.UTF_8)));
        assertThat(sink.calls.getLast().headers()).doesNotContainKey("X-hub-signature-256");
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 302, 404, 500})
    void triesAgainUntilTheAnswerIs200(int status) {
        shop.control.retries(Duration.ZERO, Duration.ofMillis(10), Duration.ofMillis(10));
        sink.statuses.addAll(List.of(status, status));

        Attempt first = shop.control.inbound(BODY);

        assertThat(first.status()).isEqualTo(status);
        Awaitility.await().until(() -> shop.control.callbacks().size() == 3);
        assertThat(shop.control.callbacks())
                .extracting(LedgerLine::attempt, LedgerLine::status)
                .containsExactly(tuple(1L, (long) status), tuple(2L, (long) status), tuple(3L, 200L));
        assertThat(sink.calls).hasSize(3).extracting(CallbackSink.Call::text).containsOnly(BODY);
    }

    @Test
    void givesUpAfterTheLastTry() {
        shop.control.retries(Duration.ZERO);
        sink.statuses.addAll(List.of(500, 500, 500));

        shop.control.inbound(BODY);

        Awaitility.await().until(() -> shop.control.callbacks().size() == 2);
        Awaitility.await().during(Duration.ofMillis(200)).until(() -> sink.calls.size() == 2);
    }

    @Test
    void triesAgainWhenNobodyIsThere() {
        shop.control.callback(URI.create("http://127.0.0.1:1/hook"));
        shop.control.retries(Duration.ofMillis(50), Duration.ofMillis(50), Duration.ofMillis(50), Duration.ofMillis(50));

        Attempt first = shop.control.inbound(BODY);

        assertThat(first.status()).isNull();
        assertThat(first.error()).contains("ConnectException");
        shop.control.callback(sink.url());
        Awaitility.await().until(() -> sink.calls.size() == 1);
    }

    @Test
    void givesUpOnAnAnswerThatDoesNotCome() throws IOException {
        shop.control.callbackTimeout(Duration.ofMillis(100));
        // The backlog takes the connection; nobody serves it.
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            shop.control.callback(URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/hook"));

            assertThat(shop.control.inbound(BODY).error()).contains("Timeout");
        }
    }

    @Test
    void postsTheSameManyTimesAtOnce() {
        CountDownLatch missing = sink.answerTogether(20);

        List<Attempt> attempts = shop.control.sendConcurrently(BODY, 20);

        assertThat(missing.getCount()).isZero();
        assertThat(attempts).hasSize(20).allMatch(Attempt::isAcknowledged);
        assertThat(sink.calls).hasSize(20).extracting(CallbackSink.Call::text).containsOnly(BODY);
    }

    @Test
    void shakesHands() {
        sink.answer("1158 & 201");

        assertThat(shop.control.handshake("tok en", "1158 & 201").verified()).isTrue();
        assertThat(sink.calls).singleElement().satisfies(call -> {
            assertThat(call.method()).isEqualTo("GET");
            assertThat(call.query()).isEqualTo("hub.mode=subscribe&hub.challenge=1158+%26+201&hub.verify_token=tok+en");
        });
    }

    @Test
    void isNotDeceivedByAnotherAnswer() {
        sink.answer("something else");
        assertThat(shop.control.handshake("token", "1158").verified()).isFalse();

        sink.answer("1158");
        sink.statuses.add(403);
        assertThat(shop.control.handshake("token", "1158").verified()).isFalse();
    }

    @Test
    void forgetsWhatWaits() {
        shop.control.retries(Duration.ofMillis(300));
        sink.statuses.add(500);
        shop.control.inbound(BODY);

        shop.control.reset();

        Awaitility.await().during(Duration.ofMillis(600)).atMost(Duration.ofSeconds(5)).until(() -> sink.calls.size() == 1);
    }

    @Test
    void recordsHowItWent() {
        sink.answer("thanks");

        shop.control.inbound(BODY);

        assertThat(shop.control.callbacks()).singleElement().satisfies(line -> {
            assertThat(line.body()).isEqualTo(BODY);
            assertThat(line.status()).isEqualTo(200);
            assertThat(line.members().text("answer")).isEqualTo("thanks");
            assertThat(line.members().number("millis", -1)).isNotNegative();
        });
    }
}
