package io.stele.core.webhook;

import static io.stele.core.webhook.ScriptedTransport.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.stele.core.example.Examples;
import io.stele.core.time.SettableClock;
import io.stele.core.webhook.WebhookTransport.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookPostTest {

    private static final RetrySchedule SCHEDULE = new RetrySchedule(
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(10)), Duration.ofSeconds(30));
    private static final int LAST = 3;

    private final SettableClock clock = new SettableClock(Examples.NOW);
    private final List<Throwable> faults = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204, 206, 299})
    void anyStatusOfSuccessMeansThatItWasTaken(int status) {
        assertThat(settled(1, _ -> status(status))).isInstanceOf(WebhookSettlement.Taken.class);
        assertThat(settled(LAST, _ -> status(status))).isInstanceOf(WebhookSettlement.Taken.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 301, 302, 303, 304, 307, 308, 400, 401, 403, 404, 408, 409, 411, 413, 429, 500, 502, 503, 504, 599, 999})
    void anyOtherStatusHasItTriedAgainUntilTheScheduleIsOver(int status) {
        assertThat(settled(1, _ -> status(status))).isInstanceOf(WebhookSettlement.Again.class);
        assertThat(settled(LAST, _ -> status(status))).isInstanceOf(WebhookSettlement.GivenUp.class);
        assertThat(settled(LAST + 5, _ -> status(status))).isInstanceOf(WebhookSettlement.GivenUp.class);
    }

    @Test
    void noAnswerHasItTriedAgainUntilTheScheduleIsOver() {
        assertThat(settled(2, _ -> ScriptedTransport.NOTHING)).isInstanceOf(WebhookSettlement.Again.class);
        assertThat(settled(LAST, _ -> ScriptedTransport.NOTHING)).isInstanceOf(WebhookSettlement.GivenUp.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, LAST})
    void whoIsGoneIsToldNothingMore(int attempt) {
        assertThat(settled(attempt, _ -> status(410))).isInstanceOf(WebhookSettlement.Gone.class);
    }

    @ParameterizedTest
    @CsvSource({"1, 60", "2, 600"})
    void thePauseIsThatOfTheScheduleAndUpToATenthMore(int attempt, int seconds) {
        Instant earliest = Examples.NOW.plusSeconds(seconds);

        assertThat(again(attempt, _ -> status(500))).isBetween(earliest, earliest.plusSeconds(seconds / 10));
    }

    @Test
    void thePauseCountsFromTheEndOfTheAttempt() {
        Instant due = again(1, _ -> {
            clock.advance(Duration.ofSeconds(20));
            return status(500);
        });

        assertThat(due).isAfterOrEqualTo(Examples.NOW.plusSeconds(80));
    }

    @ParameterizedTest
    @CsvSource({"429, 7200", "503, 7200", "500, 7200", "404, 900"})
    void whoAsksToBeLeftAloneForLongerIs(int status, int seconds) {
        assertThat(again(1, _ -> status(status, Duration.ofSeconds(seconds))))
                .isEqualTo(Examples.NOW.plusSeconds(seconds));
    }

    @Test
    void whoAsksForLessThanTheScheduleGivesGetsTheSchedule() {
        assertThat(again(2, _ -> status(429, Duration.ofSeconds(5))))
                .isBetween(Examples.NOW.plusSeconds(600), Examples.NOW.plusSeconds(660));
    }

    @Test
    void nobodyIsLeftAloneForMoreThanADay() {
        assertThat(again(1, _ -> status(503, Duration.ofDays(365)))).isEqualTo(Examples.NOW.plus(Duration.ofDays(1)));
    }

    @Test
    void aWishDoesNotLengthenTheSchedule() {
        assertThat(settled(LAST, _ -> status(429, Duration.ofSeconds(5)))).isInstanceOf(WebhookSettlement.GivenUp.class);
    }

    @Test
    void theAttemptTellsWhatWasAnswered() {
        assertThat(settled(2, _ -> status(500)).attempt())
                .isEqualTo(new WebhookAttempt(2, Examples.NOW, Duration.ofMillis(7), 500, "said 500", null));
    }

    @Test
    void theAttemptTellsWhyNothingWasAnswered() {
        assertThat(settled(1, _ -> ScriptedTransport.NOTHING).attempt())
                .isEqualTo(new WebhookAttempt(1, Examples.NOW, Duration.ofSeconds(5), null, null, "no answer in time"));
    }

    @Test
    void theBodyIsSentAsItStandsAndTheTimeIsTheFlavours() {
        ScriptedTransport transport = new ScriptedTransport(_ -> status(200));

        settled(Deliverable.claim(1), transport);

        assertThat(transport.posted).singleElement().satisfies(post -> {
            assertThat(post.url()).isEqualTo("https://receiver-1.example/hook");
            assertThat(post.body()).isEqualTo("{\"text\":\"¿1?\"}");
            assertThat(post.timeout()).isEqualTo(Duration.ofSeconds(30));
        });
    }

    @Test
    void eachAttemptIsSignedAnewOverTheSameBody() {
        ScriptedTransport transport = new ScriptedTransport(_ -> status(500));

        settled(Deliverable.claim(1), transport);
        clock.advance(Duration.ofMinutes(1));
        settled(Deliverable.claim(2), transport);

        assertThat(transport.posted)
                .extracting(post -> post.headers().get("X-Signature"))
                .containsExactly(
                        "00000000-0000-0008-0000-000000000001|15|2026-03-02T08:15:00Z",
                        "00000000-0000-0008-0000-000000000001|15|2026-03-02T08:16:00Z");
    }

    @Test
    void aBatchSaysSo() {
        ScriptedTransport transport = new ScriptedTransport(_ -> status(200));
        Webhook webhook = Deliverable.webhook(1);

        settled(Deliverable.claim(webhook, Deliverable.delivery(webhook, 1), 1, 5), transport);
        settled(Deliverable.claim(webhook, Deliverable.delivery(webhook, 2), 1, 0), transport);

        assertThat(transport.posted.getFirst().headers()).containsEntry("X-Batch", "5");
        assertThat(transport.posted.getLast().headers()).doesNotContainKey("X-Batch");
    }

    @ParameterizedTest
    @CsvSource({"1, Again", "3, GivenUp"})
    void whatTheFlavourCannotSayIsAFailedAttempt(int attempt, String settlement) {
        ScriptedTransport transport = new ScriptedTransport(_ -> status(200));
        Webhook webhook = Deliverable.webhook(1);

        WebhookSettlement settled =
                settled(Deliverable.claim(webhook, Deliverable.delivery(webhook, 1, "broken"), attempt, 0), transport);

        assertThat(settled.getClass().getSimpleName()).isEqualTo(settlement);
        assertThat(settled.attempt().error()).isEqualTo("the request could not be made (IllegalStateException)");
        assertThat(settled.attempt().status()).isNull();
        assertThat(transport.posted).isEmpty();
        assertThat(faults).singleElement().satisfies(fault -> assertThat(fault).hasMessage("no words for it"));
    }

    @Test
    void aFaultOfTheTransportIsAFailedAttempt() {
        assertThat(settled(1, _ -> {
                    throw new AssertionError("a bug");
                }))
                .isInstanceOf(WebhookSettlement.Again.class);
        assertThat(faults).hasSize(1);
    }

    @Test
    void whatStoppingCutOffIsNotHeldAgainstTheReceiver() {
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(InterruptedException.class)
                .isThrownBy(() -> post(new ScriptedTransport(_ -> ScriptedTransport.NOTHING)).of(Deliverable.claim(LAST)));
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void whatWasAnsweredWhileStoppingCounts() throws InterruptedException {
        Thread.currentThread().interrupt();

        assertThat(post(new ScriptedTransport(_ -> status(200))).of(Deliverable.claim(1)))
                .isInstanceOf(WebhookSettlement.Taken.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private Instant again(int attempt, Function<ScriptedTransport.Posted, Answer> receiver) {
        WebhookSettlement settled = settled(attempt, receiver);
        assertThat(settled).isInstanceOf(WebhookSettlement.Again.class);
        return ((WebhookSettlement.Again) settled).dueAt();
    }

    private WebhookSettlement settled(int attempt, Function<ScriptedTransport.Posted, Answer> receiver) {
        return settled(Deliverable.claim(attempt), new ScriptedTransport(receiver));
    }

    private WebhookSettlement settled(WebhookClaim claim, ScriptedTransport transport) {
        try {
            return post(transport).of(claim);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private WebhookPost post(ScriptedTransport transport) {
        return new WebhookPost(
                new ScriptedFlavour(SCHEDULE).forAll(), transport, clock, new Random(1), faults::add);
    }
}
