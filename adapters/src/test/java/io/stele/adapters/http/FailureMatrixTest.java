package io.stele.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.adapters.http.NoAnswer.Reason;
import io.stele.adapters.http.ScriptedServer.Script;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What servers do wrong, and what is made of it: nothing is taken for an answer that is none, and nobody waits for ever. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FailureMatrixTest {

    /** Far shorter than any of the servers goes on, yet long enough for the head of an answer. */
    private static final Duration SHORT = Duration.ofSeconds(1);

    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private static final String TEN = OK + "Content-Length: 10\r\n\r\n";
    private static final String CHUNKED = OK + "Transfer-Encoding: chunked\r\n\r\n";

    private final OutboundHttp http = new OutboundHttp(Calls.LOOPBACK);

    @AfterEach
    void close() {
        http.close();
    }

    /** Of these no head of an answer comes. */
    enum Headless {
        READS_AND_CLOSES(Reason.CLOSED_BY_PEER, Peer::head),
        READS_AND_RESETS(Reason.CONNECTION_LOST, after(Peer::reset)),
        SAYS_NOTHING(Reason.TIMEOUT, after(Peer::silence)),
        ENDS_WITHIN_THE_STATUS_LINE(Reason.CLOSED_BY_PEER, after(peer -> peer.write("HTTP/1.1 2"))),
        ENDS_BEFORE_THE_STATUS_LINE_DOES(Reason.CLOSED_BY_PEER, after(peer -> peer.write("HTTP/1.1 200 OK"))),
        ENDS_AFTER_THE_STATUS_LINE(Reason.CLOSED_BY_PEER, after(peer -> peer.write(OK))),
        ENDS_WITHIN_A_HEADER(Reason.CLOSED_BY_PEER, after(peer -> peer.write(OK + "Content-Len"))),
        ENDS_AFTER_A_HEADER(Reason.CLOSED_BY_PEER, after(peer -> peer.write(OK + "Content-Length: 0\r\n"))),
        RESETS_WITHIN_THE_HEAD(Reason.CONNECTION_LOST, after(peer -> {
            peer.write(OK);
            peer.reset();
        })),
        STOPS_WITHIN_THE_HEAD(Reason.TIMEOUT, after(peer -> {
            peer.write(OK);
            peer.silence();
        })),
        SENDS_GARBAGE(Reason.MALFORMED, after(peer -> peer.write("SSH-2.0-OpenSSH_9.2\r\n\r\n"))),
        SENDS_ANOTHER_PROTOCOL(Reason.MALFORMED, after(peer -> peer.write("HTTQ/1.1 200 OK\r\n\r\n"))),
        SENDS_HTTP_2(Reason.MALFORMED, after(peer -> peer.write("HTTP/2.0 200 OK\r\n\r\n"))),
        SENDS_NO_STATUS(Reason.MALFORMED, after(peer -> peer.write("HTTP/1.1 OK\r\n\r\n"))),
        SENDS_A_TINY_STATUS(Reason.MALFORMED, after(peer -> peer.write("HTTP/1.1 099 X\r\n\r\n"))),
        SENDS_A_HEADER_WITHOUT_A_COLON(Reason.MALFORMED, after(peer -> peer.write(OK + "nonsense\r\n\r\n"))),
        SENDS_TWO_LENGTHS(Reason.MALFORMED, after(peer -> peer.write(OK + "Content-Length: 1\r\nContent-Length: 2\r\n\r\nab"))),
        SENDS_A_NEGATIVE_LENGTH(Reason.MALFORMED, after(peer -> peer.write(OK + "Content-Length: -1\r\n\r\n"))),
        SENDS_A_LENGTH_BEYOND_MEASURE(
                Reason.MALFORMED, after(peer -> peer.write(OK + "Content-Length: 99999999999999999999\r\n\r\n"))),
        SENDS_AN_UNKNOWN_CODING(Reason.MALFORMED, after(peer -> peer.write(OK + "Transfer-Encoding: gzip\r\n\r\nx"))),
        SENDS_A_HEADER_WITHOUT_END(Reason.MALFORMED, after(peer -> {
            peer.write(OK + "X: ");
            peer.flood("aaaaaaaaaaaaaaaa");
        })),
        SENDS_HEADERS_WITHOUT_END(Reason.MALFORMED, after(peer -> {
            peer.write(OK);
            peer.flood("X: a\r\n");
        })),
        SENDS_A_FOLDED_HEADER_WITHOUT_END(Reason.MALFORMED, after(peer -> {
            peer.write(OK + "X: a\r\n");
            peer.flood(" aaaaaaaaaaaa\r\n");
        })),
        SENDS_EMPTY_LINES_WITHOUT_END(Reason.MALFORMED, after(peer -> peer.flood("\r\n"))),
        SENDS_INTERIM_ANSWERS_WITHOUT_END(Reason.MALFORMED, after(peer -> peer.flood("HTTP/1.1 100 Continue\r\n\r\n"))),
        SENDS_HINTS_WITHOUT_END(Reason.MALFORMED, after(peer -> peer.flood("HTTP/1.1 103 Early Hints\r\n\r\n"))),
        SWITCHES_PROTOCOLS(Reason.TIMEOUT, after(peer -> {
            peer.write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n");
            peer.silence();
        })),
        DRIPS_A_STATUS_LINE(Reason.TIMEOUT, after(peer -> {
            peer.write("HTTP/1.1 200 ");
            peer.drip("O");
        })),
        DRIPS_HEADERS(Reason.TIMEOUT, after(peer -> {
            peer.write(OK + "X: ");
            peer.drip("a");
        })),
        READS_NOTHING_AND_SAYS_NOTHING(Reason.TIMEOUT, Peer::silence);

        private final Reason reason;
        private final Script script;

        Headless(Reason reason, Script script) {
            this.reason = reason;
            this.script = script;
        }
    }

    /** Of these a head comes, but not all of the body that it tells of. */
    enum Truncated {
        ENDS_TOO_EARLY(Reason.CUT_OFF, "abc", after(peer -> peer.write(TEN + "abc"))),
        ENDS_BEFORE_THE_BODY(Reason.CUT_OFF, "", after(peer -> peer.write(TEN))),
        RESETS_TOO_EARLY(Reason.CUT_OFF, "", after(peer -> {
            peer.write(TEN);
            peer.reset();
        })),
        STOPS(Reason.TIMEOUT, "abc", after(peer -> {
            peer.write(TEN + "abc");
            peer.silence();
        })),
        ENDS_WITHIN_A_CHUNK(Reason.CUT_OFF, "abc", after(peer -> peer.write(CHUNKED + "5\r\nabc"))),
        ENDS_BETWEEN_CHUNKS(Reason.CUT_OFF, "abc", after(peer -> peer.write(CHUNKED + "3\r\nabc\r\n"))),
        ENDS_WITHIN_A_CHUNK_SIZE(Reason.CUT_OFF, "abc", after(peer -> peer.write(CHUNKED + "3\r\nabc\r\n0"))),
        ENDS_BEFORE_THE_LAST_LINE(Reason.CUT_OFF, "abc", after(peer -> peer.write(CHUNKED + "3\r\nabc\r\n0\r\n"))),
        SENDS_GARBAGE_FOR_A_CHUNK(Reason.MALFORMED, "abc", after(peer -> {
            peer.write(CHUNKED + "3\r\nabc\r\nxyz\r\n");
            peer.silence();
        })),
        SENDS_A_CHUNK_TOO_LONG(Reason.MALFORMED, "abc", after(peer -> {
            peer.write(CHUNKED + "3\r\nabcdef\r\n0\r\n\r\n");
            peer.silence();
        })),
        SENDS_A_NEGATIVE_CHUNK(Reason.MALFORMED, "", after(peer -> {
            peer.write(CHUNKED + "-5\r\n");
            peer.silence();
        })),
        SENDS_TRAILERS_WITHOUT_END(Reason.MALFORMED, "abc", after(peer -> {
            peer.write(CHUNKED + "3\r\nabc\r\n0\r\n");
            peer.flood("X: a\r\n");
        }));

        private final Reason reason;
        private final String came;
        private final Script script;

        Truncated(Reason reason, String came, Script script) {
            this.reason = reason;
            this.came = came;
            this.script = script;
        }
    }

    /** Of these the body comes as fast or slowly as they like, and without end. */
    enum Endless {
        DRIPS_A_LONG_BODY(after(peer -> {
            peer.write(OK + "Content-Length: 1000000\r\n\r\n");
            peer.drip("a");
        })),
        DRIPS_TO_THE_END_OF_THE_CONNECTION(after(peer -> {
            peer.write(OK + "\r\n");
            peer.drip("a");
        })),
        DRIPS_CHUNKS(after(peer -> {
            peer.write(CHUNKED);
            peer.drip("1\r\na\r\n");
        }));

        private final Script script;

        Endless(Script script) {
            this.script = script;
        }
    }

    @ParameterizedTest
    @EnumSource
    void withoutAHeadThereIsNoAnswer(Headless server) {
        try (ScriptedServer running = new ScriptedServer(server.script)) {
            // a body too large for all that lies between us and a server that does not read
            String body = server == Headless.READS_NOTHING_AND_SAYS_NOTHING ? "x".repeat(20_000_000) : "{}";

            assertThat(http.exchange(Calls.post(running.url("/"), body, limits(server.reason))))
                    .isInstanceOfSatisfying(NoAnswer.class, failure -> {
                        assertThat(failure.reason()).isEqualTo(server.reason);
                        assertThat(failure.status()).isNull();
                    });
            assertThat(http.connectionsInUse()).isZero();
        }
    }

    @Test
    void whoeverClosesBeforeReadingMayHaveReadAllTheSame() {
        try (ScriptedServer running = new ScriptedServer(_ -> {})) {
            // whether the end or a reset is seen first is chance
            assertThat(http.exchange(Calls.post(running.url("/"), "{}", Calls.PATIENT)))
                    .isInstanceOfSatisfying(NoAnswer.class, failure -> assertThat(failure.reason())
                            .isIn(Reason.CLOSED_BY_PEER, Reason.CONNECTION_LOST));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTruncatedBodyIsNoAnswerWhereAllOfItIsNeeded(Truncated server) {
        try (ScriptedServer running = new ScriptedServer(server.script)) {
            assertThat(http.exchange(Calls.get(running.url("/"), Calls.whole(limits(server.reason)))))
                    .isInstanceOfSatisfying(NoAnswer.class, failure -> {
                        assertThat(failure.reason()).isEqualTo(server.reason);
                        assertThat(failure.status()).isEqualTo(200);
                    });
            assertThat(http.connectionsInUse()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTruncatedBodyIsAnAnswerWhereTheStatusIsEnough(Truncated server) {
        try (ScriptedServer running = new ScriptedServer(server.script)) {
            assertThat(http.exchange(Calls.get(running.url("/"), limits(server.reason))))
                    .isInstanceOfSatisfying(Answered.class, answered -> {
                        assertThat(answered.status()).isEqualTo(200);
                        assertThat(answered.truncated()).isTrue();
                        // what a reset overtakes may be lost
                        assertThat(server.came).startsWith(Calls.text(answered));
                    });
            assertThat(http.connectionsInUse()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void anEndlessBodyEndsWithTheDeadline(Endless server) {
        try (ScriptedServer running = new ScriptedServer(server.script)) {
            assertThat(http.exchange(Calls.get(running.url("/"), Calls.whole(limits(Reason.TIMEOUT)))))
                    .isInstanceOfSatisfying(NoAnswer.class, failure -> {
                        assertThat(failure.reason()).isEqualTo(Reason.TIMEOUT);
                        assertThat(failure.status()).isEqualTo(200);
                    });
            assertThat(http.exchange(Calls.get(running.url("/"), limits(Reason.TIMEOUT))))
                    .isInstanceOfSatisfying(Answered.class, answered -> {
                        assertThat(answered.truncated()).isTrue();
                        assertThat(answered.latency()).isGreaterThanOrEqualTo(SHORT).isLessThan(Duration.ofSeconds(20));
                    });
            assertThat(http.connectionsInUse()).isZero();
        }
    }

    @Test
    void aFloodEndsWithTheBytesThatAreWanted() {
        try (ScriptedServer running = new ScriptedServer(after(peer -> {
            peer.write(OK + "\r\n");
            peer.flood("a".repeat(1000));
        }))) {
            assertThat(http.exchange(Calls.get(running.url("/"))))
                    .isInstanceOfSatisfying(Answered.class, answered -> {
                        assertThat(answered.truncated()).isTrue();
                        assertThat(answered.body()).hasSize(10_000);
                    });
            assertThat(http.exchange(Calls.get(running.url("/"), Calls.whole(Calls.PATIENT))))
                    .isEqualTo(new NoAnswer(Reason.TOO_LARGE, 200, null));
            assertThat(http.connectionsInUse()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void silenceEndsARequestLongBeforeItsDeadline(boolean afterTheHead) {
        try (ScriptedServer running = new ScriptedServer(after(peer -> {
            peer.write(afterTheHead ? TEN : "");
            peer.silence();
        }))) {
            Limits limits = new Limits(Calls.PATIENT.connect(), SHORT, Duration.ofHours(1), 10, true);

            assertThat(http.exchange(Calls.get(running.url("/"), limits)))
                    .isEqualTo(new NoAnswer(Reason.TIMEOUT, afterTheHead ? 200 : null, "SocketTimeoutException"));
        }
    }

    @Test
    void aFailureSaysNothingOfTheRequest() {
        try (ScriptedServer running = new ScriptedServer(after(peer -> peer.write("secret secret\r\n\r\n")))) {
            Exchange exchange = http.exchange(Calls.post(running.url("/secret?key=secret"), "secret", Calls.PATIENT));

            assertThat(exchange).isInstanceOfSatisfying(NoAnswer.class, failure -> {
                assertThat(failure.text()).isEqualTo("malformed answer (ParseException)");
                assertThat(failure).asString().doesNotContain("secret");
            });
        }
    }

    private static Script after(Script script) {
        return peer -> {
            peer.head();
            script.run(peer);
        };
    }

    /** Servers that fail by themselves are waited for; the others get little time. */
    private static Limits limits(Reason reason) {
        return reason == Reason.TIMEOUT ? Calls.limits(SHORT) : Calls.PATIENT;
    }
}
