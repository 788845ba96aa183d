package io.stele.adapters.connector.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.core.delivery.Connector;
import io.stele.core.delivery.Outcome;
import io.stele.core.message.Failure;
import io.stele.graphstub.fault.Fault;
import io.stele.graphstub.fault.Fault.Ending;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each way in which a send can fail, and what is made of it. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WhatsAppFailuresTest {

    private static Meta meta;

    @BeforeAll
    static void open() {
        meta = Meta.open();
    }

    @AfterAll
    static void close() {
        meta.close();
    }

    @BeforeEach
    void reset() {
        meta.reset();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # what is between Graph and us says something in its own words
                    200 | Unknown HTTP status 200 without an answer of Graph's
                    301 | Refused HTTP_301 The provider refused the request: HTTP status 301
                    307 | Refused HTTP_307 The provider refused the request: HTTP status 307
                    400 | Refused HTTP_400 The provider refused the request: HTTP status 400
                    401 | Refused HTTP_401 The provider refused the request: HTTP status 401
                    403 | Refused HTTP_403 The provider refused the request: HTTP status 403
                    404 | Refused HTTP_404 The provider refused the request: HTTP status 404
                    408 | Unavailable HTTP status 408
                    413 | Refused HTTP_413 The provider refused the request: HTTP status 413
                    421 | Unavailable HTTP status 421
                    425 | Unavailable HTTP status 425
                    429 | Throttled ENDPOINT PT1S
                    500 | Unknown HTTP status 500 without an answer of Graph's
                    502 | Unknown HTTP status 502 without an answer of Graph's
                    503 | Unavailable HTTP status 503
                    504 | Unknown HTTP status 504 without an answer of Graph's
                    """)
    void takesAPageForWhatItsStatusSays(int status, String outcome) {
        meta.control.add(Fault.page(status));

        assertThat(words(meta.connector.send(meta.text()))).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # who asks
                    401 | 0      | Refused 0 Title: Details
                    500 | 3      | Refused 3 Title: Details
                    403 | 10     | Refused 10 Title: Details
                    401 | 190    | Refused 190 Title: Details
                    403 | 200    | Refused 200 Title: Details
                    403 | 368    | Refused 368 Title: Details
                    403 | 131005 | Refused 131005 Title: Details
                    403 | 131031 | Refused 131031 Title: Details
                    # what is asked
                    400 | 33     | Refused 33 Title: Details
                    400 | 100    | Refused 100 Title: Details
                    400 | 131008 | Refused 131008 Title: Details
                    400 | 131009 | Refused 131009 Title: Details
                    400 | 131021 | Refused 131021 Title: Details
                    400 | 131026 | Refused 131026 Title: Details
                    400 | 131042 | Refused 131042 Title: Details
                    400 | 131047 | Refused 131047 Title: Details
                    400 | 131048 | Refused 131048 Title: Details
                    400 | 131049 | Refused 131049 Title: Details
                    400 | 131051 | Refused 131051 Title: Details
                    400 | 131053 | Refused 131053 Title: Details
                    400 | 132000 | Refused 132000 Title: Details
                    404 | 132001 | Refused 132001 Title: Details
                    400 | 132015 | Refused 132015 Title: Details
                    400 | 135000 | Refused 135000 Title: Details
                    # too much
                    400 | 4      | Throttled ENDPOINT PT1S
                    400 | 80007  | Throttled ENDPOINT PT1S
                    400 | 130429 | Throttled ENDPOINT PT1S
                    429 | 130429 | Throttled ENDPOINT PT1S
                    429 | 613    | Throttled ENDPOINT PT1S
                    400 | 131056 | Throttled RECIPIENT PT1S
                    429 | 131056 | Throttled RECIPIENT PT1S
                    # out of order
                    400 | 1      | Unavailable Graph error 1
                    503 | 2      | Unavailable Graph error 2
                    500 | 131000 | Unavailable Graph error 131000
                    500 | 131016 | Unavailable Graph error 131016
                    500 | 131057 | Unavailable Graph error 131057
                    503 | 133004 | Unavailable Graph error 133004
                    500 | 99999  | Unavailable Graph error 99999
                    """)
    void takesAnErrorOfGraphsForWhatItsCodeSays(int status, int code, String outcome) {
        meta.control.add(Fault.error(status, code, "Title", "Details"));

        assertThat(words(meta.connector.send(meta.text()))).isEqualTo(outcome);
    }

    static Stream<Arguments> endings() {
        return Stream.of(
                Arguments.of("good", Fault.late(Duration.ofMillis(300)), "Accepted"),
                Arguments.of("slow and good", Fault.slow(Duration.ofMillis(1)), "Accepted"),
                Arguments.of("not JSON", Fault.of(Ending.MALFORMED), "Unknown HTTP status 200 without an answer of Graph's"),
                Arguments.of("no id", Fault.of(Ending.EMPTY), "Unknown the answer names no message"),
                Arguments.of("cut off", Fault.of(Ending.HALF), "Unknown answer cut off"),
                Arguments.of("shorter than promised", Fault.of(Ending.TOO_SHORT), "Unknown answer cut off"),
                Arguments.of("longer than promised", Fault.of(Ending.TOO_LONG), "Unknown HTTP status 200 without an answer of Graph's"),
                Arguments.of("closed", Fault.of(Ending.CLOSED), "Unknown closed without an answer"),
                Arguments.of("taken and closed", Fault.of(Ending.CLOSED).butTaken(), "Unknown closed without an answer"),
                Arguments.of("reset", Fault.of(Ending.RESET), "Unknown connection lost"),
                Arguments.of("taken and reset", Fault.of(Ending.RESET).butTaken(), "Unknown connection lost"),
                Arguments.of("closed unread", Fault.of(Ending.CLOSED_UNREAD), "Unknown c"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("endings")
    void doesNotKnowWhatBecameOfAMessageWhoseAnswerIsLost(String name, Fault fault, String beginning) {
        meta.control.add(fault);

        assertThat(words(meta.connector.send(meta.text()))).as(name).startsWith(beginning);
    }

    @Test
    void endsWithinTheDeadlineHoweverSlowTheAnswerIs() {
        meta.control.add(
                Fault.slow(Duration.ofMillis(150)).to("15550100771"), Fault.late(Duration.ofSeconds(30)).to("15550100772"));

        long start = System.nanoTime();
        List<Outcome> outcomes;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            outcomes = Stream.of("+15550100771", "+15550100772")
                    .map(to -> CompletableFuture.supplyAsync(() -> meta.connector.send(meta.textTo(to)), threads))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        }

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Connector.DEADLINE);
        assertThat(outcomes).allSatisfy(outcome -> assertThat(words(outcome)).startsWith("Unknown no answer in time"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    http://127.0.0.1:1     | Unavailable connection refused
                    https://graph.invalid  | Unavailable unknown host
                    https://10.0.0.1       | Refused PROVIDER_ADDRESS_REFUSED The provider's address may not be used
                    http://203.0.113.9     | Refused PROVIDER_ADDRESS_REFUSED The provider's address may not be used
                    no address             | Refused PROVIDER_ADDRESS_REFUSED The provider's address may not be used
                    """)
    void saysWhenNothingCanHaveBeenSent(String url, String beginning) {
        meta.settings.put(WhatsAppSettings.URL, url);

        assertThat(words(meta.connector.send(meta.text()))).startsWith(beginning);
    }

    @Test
    void sendsNothingWhileTheSettingsCannotBeRead() {
        WhatsAppConnector blind = meta.connector(_ -> {
            throw new IllegalStateException("the store is away");
        });

        assertThat(words(blind.send(meta.text()))).isEqualTo("Unavailable the endpoint's settings cannot be read");
        assertThat(meta.control.ledger()).noneMatch(line -> line.kind().equals("request"));
    }

    @ParameterizedTest
    @CsvSource({"1, PT1S", "2, PT2S", "3, PT4S", "9, PT4M16S", "10, PT5M", "100, PT5M"})
    void waitsLongerEachTimeThatItIsThrottled(int attempt, Duration pause) {
        meta.control.add(Fault.error(429, 130429, "Rate limit hit", "Too fast."));

        assertThat(meta.connector.send(meta.attempt(attempt)))
                .isEqualTo(new Outcome.Throttled(pause, Outcome.Throttled.Scope.ENDPOINT));
    }

    @ParameterizedTest
    @CsvSource({"7, PT7S", "1, PT4S", "0, PT4S", "soon, PT4S", "999999999, PT1H", "'Sun, 01 Mar 2026 12:01:30 GMT', PT1M30S"})
    void waitsAsLongAsGraphAsksForWhereThatIsLonger(String asked, Duration pause) {
        meta.control.add(Fault.error(400, 131056, "Pair rate limit hit", "Wait.").with("Retry-After", asked));

        assertThat(meta.connector.send(meta.attempt(3)))
                .isEqualTo(new Outcome.Throttled(pause, Outcome.Throttled.Scope.RECIPIENT));
    }

    @ParameterizedTest
    @CsvSource({
        "400, 1, 11, Unavailable Graph error 1",
        "400, 1, 12, Refused 1 Title: Details",
        "500, 131000, 11, Unavailable Graph error 131000",
        "500, 131000, 12, Refused 131000 Title: Details",
        "503, 2, 500, Unavailable Graph error 2"
    })
    void givesUpOnWhatGraphCannotExplainAfterAWhile(int status, int code, int attempt, String outcome) {
        meta.control.add(Fault.error(status, code, "Title", "Details"));

        assertThat(words(meta.connector.send(meta.attempt(attempt)))).isEqualTo(outcome);
    }

    @Test
    void noFailureTellsTheToken() {
        meta.control.add(Fault.error(401, 190, "Session has expired", "Get another token."));

        assertThat(meta.connector.send(meta.text()).toString()).doesNotContain(Meta.TOKEN);
        assertThat(meta.reach().toString()).doesNotContain(Meta.TOKEN);
    }

    private static String words(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted _ -> "Accepted";
            case Outcome.Refused(Failure failure) -> "Refused " + failure.code() + " " + failure.message();
            case Outcome.Throttled(Duration after, Outcome.Throttled.Scope scope) -> "Throttled " + scope + " " + after;
            case Outcome.Unavailable(String reason) -> "Unavailable " + reason;
            case Outcome.Unknown(String reason) -> "Unknown " + reason;
        };
    }
}
