package io.stele.server.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micronaut.json.tree.JsonNode;
import io.stele.server.Answer;
import io.stele.server.RunningStele;
import io.stele.server.SteleServerTest;
import io.stele.server.Tenant;
import io.stele.server.api.chirp.ChirpDeliveryCheck;
import io.stele.server.webhook.ReceiverProcess.Delivery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Receivers that fail in every way, side by side. One customer writes once, and each of an app's webhooks, one for each manner of failing, is told of
 * it; Chirp's schedule has the shortest pauses.
 */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
abstract class FaultsTest extends SteleServerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final Duration AT_ONCE = Duration.ofSeconds(15);
    private static final String RECEIVED = "messages.whatsapp.received";
    private static final int LONGEST_EXCERPT = 4096;

    /** How long Chirp's receivers have. */
    private static final long TIMEOUT_MILLIS = 5_000;

    /** How much longer something takes at the most on a busy machine. */
    private static final long TOLERANCE_MILLIS = 4_000;

    private final Map<Manner, Faulty> faulty = new EnumMap<>(Manner.class);
    private @Nullable ReceiverProcess process;
    private ChirpHooks.@Nullable Hook dead;

    /** A webhook, and the path at which the receiver fails. */
    private record Faulty(String path, ChirpHooks.Hook hook) {}

    @Override
    protected Map<String, String> settings() {
        return Map.of("STELE_WEBHOOK_ALLOW", "127.0.0.0/8");
    }

    @BeforeAll
    void tellAllOfOneMessage(@TempDir Path directory) {
        process = ReceiverProcess.start(directory);
        faulty.putAll(faultyOf(hooks()));
        dead = hooks().add(nowhere(), RECEIVED);
        stele().writeIn(RunningStele.newCustomer());
    }

    @AfterAll
    void stopReceiver() {
        receiver().close();
    }

    private ReceiverProcess receiver() {
        return Objects.requireNonNull(process);
    }

    private ChirpHooks hooks() {
        return new ChirpHooks(http(), tenant().chirpApp());
    }

    private Map<Manner, Faulty> faultyOf(ChirpHooks hooks) {
        Map<Manner, Faulty> made = new EnumMap<>(Manner.class);
        for (Manner manner : Manner.values()) {
            String path = manner.newPath();
            made.put(manner, new Faulty(path, hooks.add(receiver().url(path), RECEIVED)));
        }
        return made;
    }

    /** A URL of this machine's at which nobody listens. */
    private static String nowhere() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return "http://127.0.0.1:" + socket.getLocalPort() + "/nobody";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Faulty of(Manner manner) {
        return Objects.requireNonNull(faulty.get(manner));
    }

    /** The delivery as the API shows it after so many attempts. */
    private Answer after(ChirpHooks.Hook hook, int attempts) {
        await().atMost(PATIENCE)
                .until(() -> hooks().deliveries(hook).size() == 1
                        && hooks().delivery(hook).at("attemptLog").size() >= attempts);
        return hooks().delivery(hook);
    }

    private List<Delivery> came(Manner manner, int count) {
        return await().atMost(PATIENCE).until(() -> receiver().at(of(manner).path()), came -> came.size() >= count);
    }

    /** The same event, byte by byte, each time signed anew. */
    private void assertSame(List<Delivery> deliveries, ChirpHooks.Hook hook) {
        assertThat(deliveries).extracting(delivery -> delivery.header("webhook-id")).containsOnly(deliveries.getFirst()
                .header("webhook-id"));
        assertThat(deliveries).extracting(Delivery::bytes).containsOnly(deliveries.getFirst().bytes());
        deliveries.forEach(delivery -> ChirpDeliveryCheck.requireGenuine(delivery.request(), hook.secret()));
    }

    private static Duration between(Delivery one, Delivery next) {
        return Duration.between(one.at(), next.at());
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(Manner.FAILING_TWICE, 500, "out of order"),
                Arguments.of(Manner.BUSY, 429, "too much"),
                Arguments.of(Manner.REDIRECTING, 307, "elsewhere"),
                Arguments.of(Manner.GONE, 410, "gone"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aRefusalIsShownWithItsStatusAndItsWords(Manner manner, int status, String words) {
        Answer shown = after(of(manner).hook(), 1);

        assertThat(shown.at("attemptLog", 0, "number").getIntValue()).isEqualTo(1);
        assertThat(shown.at("attemptLog", 0, "responseStatus").getIntValue()).isEqualTo(status);
        assertThat(shown.string("attemptLog", 0, "response")).isEqualTo(words);
        assertThat(shown.at("attemptLog", 0, "error").isNull()).isTrue();
        assertThat(shown.at("attemptLog", 0, "durationMs").getLongValue()).isBetween(0L, TIMEOUT_MILLIS);
        assertThat(shown.string("eventId")).isEqualTo(came(manner, 1).getFirst().header("webhook-id"));
    }

    @Test
    void whoIsTooSlowIsLeftAfterTheTimeoutAndTriedAgain() {
        Answer shown = after(of(Manner.SLOW).hook(), 2);

        for (int attempt = 0; attempt < 2; attempt++) {
            assertUnanswered(shown, attempt, "no answer in time");
            assertThat(shown.at("attemptLog", attempt, "durationMs").getLongValue())
                    .isBetween(TIMEOUT_MILLIS, TIMEOUT_MILLIS + TOLERANCE_MILLIS);
        }
        assertThat(shown.string("status")).isEqualTo("PENDING");
        assertSame(came(Manner.SLOW, 2), of(Manner.SLOW).hook());
    }

    @Test
    void whoIsDeadIsTriedAgain() {
        Answer shown = after(Objects.requireNonNull(dead), 2);

        assertUnanswered(shown, 0, "connection refused");
        assertUnanswered(shown, 1, "connection refused");
        assertThat(shown.string("status")).isEqualTo("PENDING");
        assertThat(shown.string("nextAttemptAt")).isGreaterThan(shown.string("lastAttemptAt"));
    }

    @Test
    void whoResetsTheConnectionIsTriedAgain() {
        Answer shown = after(of(Manner.RESETTING).hook(), 2);

        assertUnanswered(shown, 0, "connection lost");
        assertUnanswered(shown, 1, "connection lost");
        assertThat(shown.string("status")).isEqualTo("PENDING");
        assertSame(came(Manner.RESETTING, 2), of(Manner.RESETTING).hook());
    }

    private static void assertUnanswered(Answer shown, int attempt, String error) {
        assertThat(shown.at("attemptLog", attempt, "responseStatus").isNull()).isTrue();
        assertThat(shown.string("attemptLog", attempt, "error")).startsWith(error);
    }

    @Test
    void whatFailsTwiceArrivesTheThirdTimeAsTheSameEvent() {
        Answer shown = after(of(Manner.FAILING_TWICE).hook(), 3);

        List<Delivery> came = came(Manner.FAILING_TWICE, 3);
        assertThat(came).hasSize(3);
        assertSame(came, of(Manner.FAILING_TWICE).hook());
        assertThat(between(came.get(0), came.get(1))).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        assertThat(between(came.get(1), came.get(2))).isGreaterThanOrEqualTo(Duration.ofSeconds(5));
        assertThat(shown.string("status")).isEqualTo("DELIVERED");
        assertThat(shown.at("attempts").getIntValue()).isEqualTo(3);
        assertThat(Stream.of(0, 1, 2)
                        .map(attempt -> shown.at("attemptLog", attempt, "responseStatus").getIntValue()))
                .containsExactly(500, 500, 200);
    }

    @Test
    void whoAsksForTimeIsGivenIt() {
        Answer shown = after(of(Manner.BUSY).hook(), 2);

        List<Delivery> came = came(Manner.BUSY, 2);
        assertThat(came).hasSize(2);
        assertSame(came, of(Manner.BUSY).hook());
        assertThat(between(came.get(0), came.get(1))).isGreaterThanOrEqualTo(Duration.ofSeconds(Manner.RETRY_AFTER_SECONDS));
        assertThat(shown.string("status")).isEqualTo("DELIVERED");
    }

    @Test
    void aRedirectIsNotFollowed() {
        after(of(Manner.REDIRECTING).hook(), 2);

        assertSame(came(Manner.REDIRECTING, 2), of(Manner.REDIRECTING).hook());
        assertThat(receiver().at(Manner.TARGET)).isEmpty();
    }

    static Stream<Arguments> endless() {
        return Stream.of(Arguments.of(Manner.ENDLESS, TOLERANCE_MILLIS), Arguments.of(Manner.TRICKLING, TIMEOUT_MILLIS + TOLERANCE_MILLIS));
    }

    @ParameterizedTest
    @MethodSource("endless")
    void anAnswerWithoutAnEndIsCut(Manner manner, long longestMillis) {
        Answer shown = after(of(manner).hook(), 1);

        await().atMost(PATIENCE).until(() -> receiver().isCutAt(of(manner).path()));
        assertThat(shown.string("status")).isEqualTo("DELIVERED");
        assertThat(shown.string("attemptLog", 0, "response")).matches("x{1," + LONGEST_EXCERPT + "}");
        assertThat(shown.at("attemptLog", 0, "durationMs").getLongValue()).isLessThan(longestMillis);
        assertThat(came(manner, 1)).hasSize(1);
    }

    @Test
    void whoIsGoneIsToldNothingMore() {
        Answer shown = after(of(Manner.GONE).hook(), 1);
        assertThat(shown.string("status")).isEqualTo("FAILED");
        assertThat(shown.at("nextAttemptAt").isNull()).isTrue();
        Tenant tenant = stele().found("Gone");
        ChirpHooks theirs = new ChirpHooks(http(), tenant.chirpApp());
        String fine = Manner.FINE.newPath();
        String gone = Manner.GONE.newPath();
        theirs.add(receiver().url(fine), RECEIVED);
        ChirpHooks.Hook left = theirs.add(receiver().url(gone), RECEIVED);
        write(tenant, "n1");
        await().atMost(PATIENCE).until(() -> theirs.deliveries(left).stream()
                .anyMatch(delivery -> delivery.get("status").getStringValue().equals("FAILED")));

        write(tenant, "n2");

        await().atMost(PATIENCE).until(() -> receiver().at(fine).size() == 2);
        assertThat(theirs.deliveries(left)).hasSize(1);
        assertThat(receiver().at(gone)).hasSize(1);
    }

    private void write(Tenant tenant, String text) {
        stele().writeIn(
                        RunningStele.newCustomer(), tenant, "{\"type\":\"text\",\"text\":{\"body\":\"" + text + "\"}}");
    }

    @Test
    void whoIsWellGetsEverythingAtOnceWhileTheOthersFail() {
        Tenant tenant = stele().found("Well among the ill");
        ChirpHooks theirs = new ChirpHooks(http(), tenant.chirpApp());
        Map<Manner, Faulty> all = faultyOf(theirs);
        Faulty well = Objects.requireNonNull(all.get(Manner.FINE));
        List<String> texts = new ArrayList<>();
        for (int number = 0; number < 30; number++) {
            texts.add("n" + number);
            write(tenant, "n" + number);
        }

        List<Delivery> came =
                await().atMost(AT_ONCE).until(() -> receiver().at(well.path()), each -> each.size() >= texts.size());

        assertThat(came).extracting(FaultsTest::text).containsExactlyInAnyOrderElementsOf(texts);
        came.forEach(delivery -> ChirpDeliveryCheck.requireGenuine(delivery.request(), well.hook().secret()));
        for (Manner ill : List.of(Manner.SLOW, Manner.RESETTING, Manner.REDIRECTING)) {
            assertThat(theirs.deliveries(Objects.requireNonNull(all.get(ill)).hook()))
                    .as(ill.toString())
                    .extracting(delivery -> delivery.get("status").getStringValue())
                    .containsOnly("PENDING");
        }
    }

    private static String text(Delivery delivery) {
        JsonNode message = delivery.request().json().get("data").get("message");
        return message.get("text").getStringValue();
    }
}
