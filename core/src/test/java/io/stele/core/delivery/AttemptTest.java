package io.stele.core.delivery;

import static io.stele.core.delivery.Outcome.Throttled.Scope.ENDPOINT;
import static io.stele.core.delivery.Outcome.Throttled.Scope.RECIPIENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.stele.core.channel.Channel;
import io.stele.core.example.Examples;
import io.stele.core.message.Failure;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AttemptTest extends OneAttemptTest {

    @ParameterizedTest
    @MethodSource("outcomes")
    void whatTheProviderAnswersIsWritten(Outcome outcome, Function<Claim, Settlement> expected) {
        Claim claim = Claims.first();
        FakeConnector connector = FakeConnector.answering(outcome);

        assertThat(attempt(connector).of(claim, claim::heldUntil)).isEqualTo(expected.apply(claim));
        assertThat(connector.sent()).containsExactly(claim.dispatch());
    }

    @ParameterizedTest
    @MethodSource("answers")
    void whatTheProviderKnowsOfADoubtfulMessageIsWrittenAndNothingIsSent(
            Outcome outcome, Function<Claim, Settlement> expected) {
        Claim claim = Claims.inDoubt();
        FakeConnector connector = asked(() -> Optional.of(outcome), new Outcome.Accepted("wamid.TWICE"));

        assertThat(attempt(connector).of(claim, claim::heldUntil)).isEqualTo(expected.apply(claim));
        assertThat(connector.sent()).isEmpty();
    }

    static Stream<Arguments> answers() {
        return Stream.of(
                outcome(new Outcome.Accepted("wamid.X"), claim -> new Settlement.Sent(claim, "wamid.X", NOW)),
                outcome(new Outcome.Refused(REFUSAL), claim -> new Settlement.Failed(claim, REFUSAL, NOW)),
                outcome(
                        new Outcome.Unknown("no answer"),
                        claim -> new Settlement.InDoubt(claim, PATIENCE_ENDS, unknown("no answer"), null)),
                outcome(
                        new Outcome.Throttled(Duration.ofHours(1), RECIPIENT),
                        claim -> new Settlement.Postponed(claim, NOW.plus(Duration.ofHours(1)))),
                outcome(
                        new Outcome.Throttled(Duration.ofHours(1).plusMillis(1), RECIPIENT),
                        claim -> new Settlement.InDoubt(claim, PATIENCE_ENDS, unknown("throttled by the provider"), null)),
                outcome(
                        new Outcome.Unavailable("connection refused"),
                        claim -> new Settlement.Postponed(claim, NOW.plusSeconds(4))));
    }

    static Stream<Arguments> outcomes() {
        return Stream.of(
                outcome(new Outcome.Accepted("wamid.X"), claim -> new Settlement.Sent(claim, "wamid.X", NOW)),
                outcome(new Outcome.Refused(REFUSAL), claim -> new Settlement.Failed(claim, REFUSAL, NOW)),
                outcome(
                        new Outcome.Throttled(Duration.ofSeconds(30), RECIPIENT),
                        claim -> new Settlement.Postponed(claim, NOW.plusSeconds(30))),
                outcome(
                        new Outcome.Throttled(Duration.ZERO, RECIPIENT),
                        claim -> new Settlement.Postponed(claim, NOW.plusMillis(10))),
                outcome(
                        new Outcome.Throttled(Duration.ofSeconds(-5), RECIPIENT),
                        claim -> new Settlement.Postponed(claim, NOW.plusMillis(10))),
                outcome(
                        new Outcome.Throttled(Duration.ofHours(1), RECIPIENT),
                        claim -> new Settlement.Postponed(claim, NOW.plus(Duration.ofHours(1)))),
                outcome(
                        new Outcome.Throttled(Duration.ofHours(1).plusMillis(1), RECIPIENT),
                        claim -> new Settlement.Failed(claim, expired("throttled by the provider"), NOW)),
                outcome(
                        new Outcome.Throttled(Duration.ofSeconds(Long.MAX_VALUE), RECIPIENT),
                        claim -> new Settlement.Failed(claim, expired("throttled by the provider"), NOW)),
                outcome(
                        new Outcome.Unavailable("connection refused"),
                        claim -> new Settlement.Postponed(claim, NOW.plusSeconds(4))),
                outcome(
                        new Outcome.Unknown("no answer"),
                        claim -> new Settlement.InDoubt(claim, PATIENCE_ENDS, unknown("no answer"), null)));
    }

    private static Arguments outcome(Outcome outcome, Function<Claim, Settlement> expected) {
        return Arguments.of(outcome, expected);
    }

    @Test
    void nothingIsSentByADisconnectedEndpointAndTheMessageSaysSo() {
        Claim claim = Claims.disconnected(Claims.first());
        FakeConnector connector = FakeConnector.answering(new Outcome.Accepted("wamid.X"));

        assertThat(attempt(connector).of(claim, claim::heldUntil))
                .isEqualTo(new Settlement.Failed(
                        claim,
                        new Failure(
                                "ENDPOINT_DISCONNECTED",
                                "The number was disconnected",
                                "The message was waiting when the number that was to send it was disconnected"),
                        NOW));
        assertThat(connector.sent()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"PT1S, 1", "PT0.999S, 0", "PT0S, 0", "PT-1M, 0"})
    void aMessageIsOnlySentUnderALeaseThatIsRenewedInTime(Duration left, int sent) {
        Claim claim = Claims.heldUntil(NOW.plus(left), Claims.first());
        FakeConnector connector = FakeConnector.answering(new Outcome.Accepted("wamid.X"));

        Settlement settlement = attempt(connector).of(claim, claim::heldUntil);

        assertThat(connector.sent()).hasSize(sent);
        assertThat(settlement)
                .isEqualTo(
                        sent == 1
                                ? new Settlement.Sent(claim, "wamid.X", clock.instant())
                                : new Settlement.Released(claim, clock.instant()));
    }

    @Test
    void aMessageThatIsTooOldIsNotTriedAgain() {
        Claim claim = Claims.attempt(7);
        clock.advance(Duration.ofHours(1).minusSeconds(4).plusMillis(1));
        FakeConnector connector = FakeConnector.answering(new Outcome.Unavailable("connection refused"));

        assertThat(attempt(connector).of(claim, claim::heldUntil))
                .isEqualTo(new Settlement.Failed(claim, expired("connection refused"), clock.instant()));
    }

    @ParameterizedTest
    @CsvSource({"PT1H, 1", "PT1H0.001S, 0", "P9D, 0"})
    void aMessageThatHasWaitedForLongerThanItsLifetimeIsNotSent(Duration waited, int sent) {
        Claim claim = Claims.heldUntil(NOW.plus(Duration.ofDays(10)), Claims.first());
        clock.advance(waited);
        FakeConnector connector = FakeConnector.answering(new Outcome.Accepted("wamid.X"));

        Settlement settlement = attempt(connector).of(claim, claim::heldUntil);

        assertThat(connector.sent()).hasSize(sent);
        assertThat(settlement)
                .isEqualTo(
                        sent == 1
                                ? new Settlement.Sent(claim, "wamid.X", clock.instant())
                                : new Settlement.Failed(claim, expired("it waited for too long"), clock.instant()));
    }

    @Test
    void whileAProviderWantsAPauseNothingOfItsEndpointIsSent() {
        FakeConnector connector = FakeConnector.answering(new Outcome.Throttled(Duration.ofSeconds(5), ENDPOINT));
        Attempt attempt = attempt(connector);
        Claim claim = Claims.first();

        assertThat(attempt.of(claim, claim::heldUntil)).isEqualTo(new Settlement.Postponed(claim, NOW.plusSeconds(5)));

        Claim next = Claims.attempt(1);
        assertThat(attempt.closed()).containsExactly(claim.dispatch().endpoint().id());
        assertThat(attempt.of(next, next::heldUntil)).isEqualTo(new Settlement.Released(next, NOW.plusSeconds(5)));
        assertThat(connector.sent()).hasSize(1);

        clock.advance(Duration.ofSeconds(5));
        assertThat(attempt.closed()).isEmpty();
        assertThat(attempt.of(next, next::heldUntil)).isInstanceOf(Settlement.Postponed.class);
    }

    @Test
    void aPauseForOnePersonLeavesTheEndpointOpen() {
        Attempt attempt = attempt(FakeConnector.answering(new Outcome.Throttled(Duration.ofSeconds(5), RECIPIENT)));

        attempt.of(Claims.first(), Claims.first()::heldUntil);

        assertThat(attempt.closed()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"PT-5S, PT0.01S", "PT8S, PT8S", "PT10M, PT8S", "PT2562047788015215H, PT8S"})
    void anEndpointIsClosedForTheLongestWaitAtMost(Duration asked, Duration closed) {
        Attempt attempt = attempt(FakeConnector.answering(new Outcome.Throttled(asked, ENDPOINT)));

        attempt.of(Claims.first(), Claims.first()::heldUntil);

        clock.advance(closed.minusMillis(1));
        assertThat(attempt.closed()).hasSize(1);
        clock.advance(Duration.ofMillis(1));
        assertThat(attempt.closed()).isEmpty();
    }

    @Test
    void aMessageWhoseLifetimeEndsFailsAlsoWhileItsProviderWantsAPause() {
        Attempt attempt = attempt(FakeConnector.answering(new Outcome.Throttled(Duration.ofSeconds(5), ENDPOINT)));
        clock.advance(Duration.ofHours(1).minusSeconds(5));
        attempt.of(Claims.first(), Claims.first()::heldUntil);
        clock.advance(Duration.ofSeconds(5).minusMillis(1));
        Claim old = Claims.queuedAt(NOW.minusMillis(1), Claims.first());

        assertThat(attempt.of(old, old::heldUntil)).isInstanceOf(Settlement.Released.class);
        clock.advance(Duration.ofNanos(1));
        assertThat(attempt.of(old, old::heldUntil)).isInstanceOf(Settlement.Failed.class);
    }

    @Test
    void aMessageWhoseConnectorIsNotInstalledFails() {
        Claim claim = Claims.first();
        Attempt attempt = new Attempt(new Connectors(List.of()), POLICY, nothingFollows(), clock, LEAST);

        assertThat(attempt.of(claim, claim::heldUntil))
                .isEqualTo(new Settlement.Failed(
                        claim,
                        new Failure(
                                "CONNECTOR_NOT_INSTALLED",
                                "Connector not installed",
                                "The endpoint names the connector fake"),
                        NOW));
    }

    @Test
    void aMessageThatFailedGoesOnByAnotherWayWhereThereIsOne() {
        Claim claim = Claims.first();
        Reroute sms = new Reroute(Examples.endpoint(Channel.SMS), NOW.plusSeconds(5));
        FailureFollowUp followUp = (message, failure) -> {
            assertThat(message).isEqualTo(claim.dispatch().message());
            assertThat(failure).isEqualTo(REFUSAL);
            return Optional.of(sms);
        };
        FakeConnector connector = FakeConnector.answering(new Outcome.Refused(REFUSAL));

        assertThat(new Attempt(new Connectors(List.of(connector)), POLICY, followUp, clock, LEAST).of(claim, claim::heldUntil))
                .isEqualTo(new Settlement.Failed(claim, REFUSAL, NOW, sms));
    }
}
