package io.stele.core.delivery;

import static io.stele.core.delivery.Outcome.Throttled.Scope.ENDPOINT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Attempts at messages of which nobody knows whether the provider has them. */
class DoubtfulAttemptTest extends OneAttemptTest {

    @Test
    void aDoubtfulMessageThatTheProviderNeverSawIsSent() {
        Claim claim = Claims.inDoubt();
        FakeConnector connector = asked(Optional::empty, new Outcome.Accepted("wamid.X"));

        assertThat(attempt(connector).of(claim, claim::heldUntil)).isEqualTo(new Settlement.Sent(claim, "wamid.X", NOW));
        assertThat(connector.sent()).containsExactly(claim.dispatch());
    }

    @Test
    void whatMayHaveGoneOutBeforeItsEndpointWasDisconnectedStaysInDoubt() {
        Claim claim = Claims.disconnected(Claims.inDoubt());
        FakeConnector connector = FakeConnector.answering(new Outcome.Accepted("wamid.X"));

        assertThat(attempt(connector).of(claim, claim::heldUntil)).isInstanceOf(Settlement.InDoubt.class);
        assertThat(connector.sent()).isEmpty();
    }

    @Test
    void aDoubtfulMessageIsNotAskedForUnderALeaseThatIsNotRenewed() {
        Claim claim = Claims.heldUntil(NOW.plusMillis(999), Claims.inDoubt());
        FakeConnector connector = asked(
                () -> {
                    throw new AssertionError("nothing is asked");
                },
                new Outcome.Accepted("wamid.X"));

        assertThat(attempt(connector).of(claim, claim::heldUntil)).isEqualTo(new Settlement.Released(claim, clock.instant()));
    }

    @Test
    void aDoubtfulMessageIsNotSentWhenTheLeaseWasNotRenewedDuringTheQuestion() {
        Claim claim = Claims.heldUntil(NOW.plusSeconds(10), Claims.inDoubt());
        FakeConnector connector = asked(
                () -> {
                    clock.advance(Duration.ofMillis(9_001));
                    return Optional.empty();
                },
                new Outcome.Accepted("wamid.X"));

        assertThat(attempt(connector).of(claim, claim::heldUntil)).isEqualTo(new Settlement.Released(claim, clock.instant()));
        assertThat(connector.sent()).isEmpty();
    }

    @Test
    void aDoubtfulMessageIsSentWhenTheLeaseWasRenewedDuringTheQuestion() {
        Claim claim = Claims.heldUntil(NOW.plusSeconds(10), Claims.inDoubt());
        FakeConnector connector = asked(
                () -> {
                    clock.advance(Duration.ofSeconds(19));
                    return Optional.empty();
                },
                new Outcome.Accepted("wamid.X"));

        assertThat(attempt(connector).of(claim, () -> clock.instant().plusSeconds(10)))
                .isEqualTo(new Settlement.Sent(claim, "wamid.X", clock.instant()));
    }

    @Test
    void aDoubtfulMessageStaysInDoubtWhenTheProviderCannotBeAsked() {
        Claim claim = Claims.inDoubt();
        FakeConnector connector = FakeConnector.answering(new Outcome.Accepted("wamid.TWICE"));

        assertThat(attempt(connector).of(claim, claim::heldUntil))
                .isEqualTo(new Settlement.InDoubt(
                        claim, PATIENCE_ENDS, unknown("an earlier attempt has no known outcome"), null));
        assertThat(connector.sent()).isEmpty();
    }

    @Test
    void aDoubtfulMessageStaysInDoubtWhenTheQuestionFails() {
        Claim claim = Claims.inDoubt();
        FakeConnector connector = asked(
                () -> {
                    throw new IllegalStateException("no answer");
                },
                new Outcome.Accepted("wamid.TWICE"));

        assertThat(attempt(connector).of(claim, claim::heldUntil))
                .isEqualTo(new Settlement.InDoubt(
                        claim, PATIENCE_ENDS, unknown("the connector failed: IllegalStateException"), null));
        assertThat(connector.sent()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource
    void theConnectorSaysWhatBecomesOfAMessageWhoseOutcomeIsUnknown(Claim claim, Doubt doubt, @Nullable Instant sendUntil) {
        FakeConnector connector = new FakeConnector(_ -> new Outcome.Unknown("no answer"), doubt);

        assertThat(attempt(connector).of(claim, claim::heldUntil))
                .isInstanceOfSatisfying(Settlement.InDoubt.class, settled -> {
                    assertThat(settled.until()).isEqualTo(NOW.plus(doubt.patience()));
                    assertThat(settled.sendUntil()).isEqualTo(sendUntil);
                });
    }

    static Stream<Arguments> theConnectorSaysWhatBecomesOfAMessageWhoseOutcomeIsUnknown() {
        Doubt fail = Doubt.failAfter(Duration.ofMinutes(1));
        Doubt send = Doubt.sendAgainAfter(Duration.ofSeconds(30));
        Instant expiry = NOW.plus(Duration.ofHours(1));
        return Stream.of(
                Arguments.of(Claims.first(), fail, null),
                Arguments.of(Claims.first(), send, expiry),
                // a node died while it waited for the answer
                Arguments.of(Claims.inDoubt(), fail, null),
                Arguments.of(Claims.inDoubt(), send, expiry));
    }

    @Test
    void whatIsSentAgainAfterADoubtIsSent() {
        Claim claim = Claims.attempt(2);
        FakeConnector connector = new FakeConnector(
                _ -> new Outcome.Accepted("wamid.X"), Doubt.sendAgainAfter(Duration.ofSeconds(30)));

        assertThat(attempt(connector).of(claim, claim::heldUntil)).isEqualTo(new Settlement.Sent(claim, "wamid.X", NOW));
    }

    @Test
    void whatIsSentAgainAfterADoubtIsAskedForFirstWhereThatIsPossible() {
        Claim claim = Claims.attempt(2);
        Doubt doubt = Doubt.sendAgainAfter(Duration.ofSeconds(30));
        FakeConnector known =
                asked(() -> Optional.of(new Outcome.Accepted("wamid.X")), new Outcome.Accepted("wamid.TWICE"), doubt);
        FakeConnector unknown = asked(Optional::empty, new Outcome.Accepted("wamid.Y"), doubt);

        assertThat(attempt(known).of(claim, claim::heldUntil)).isEqualTo(new Settlement.Sent(claim, "wamid.X", NOW));
        assertThat(known.sent()).isEmpty();
        assertThat(attempt(unknown).of(claim, claim::heldUntil)).isEqualTo(new Settlement.Sent(claim, "wamid.Y", NOW));
    }

    @Test
    void aFurtherAttemptAtWhatWasNeverDoubtedIsNotAskedFor() {
        Claim claim = Claims.attempt(2);
        FakeConnector connector = asked(
                () -> {
                    throw new AssertionError("nothing is asked");
                },
                new Outcome.Accepted("wamid.X"));

        assertThat(attempt(connector).of(claim, claim::heldUntil)).isEqualTo(new Settlement.Sent(claim, "wamid.X", NOW));
    }

    @ParameterizedTest
    @MethodSource
    void whateverTheConnectorThrowsLeavesTheMessageInDoubt(Throwable thrown, String reason) {
        Claim claim = Claims.first();
        FakeConnector connector = new FakeConnector(dispatch -> {
            switch (thrown) {
                case RuntimeException e -> throw e;
                case Error e -> throw e;
                default -> throw new AssertionError(thrown);
            }
        });

        assertThat(attempt(connector).of(claim, claim::heldUntil))
                .isEqualTo(new Settlement.InDoubt(claim, PATIENCE_ENDS, unknown(reason), null));
    }

    static Stream<Arguments> whateverTheConnectorThrowsLeavesTheMessageInDoubt() {
        return Stream.of(
                Arguments.of(new IllegalStateException("secret"), "the connector failed: IllegalStateException"),
                Arguments.of(new NoClassDefFoundError("secret"), "the connector failed: NoClassDefFoundError"));
    }

    @Test
    void aDoubtfulMessageIsAskedForAlsoAfterItsLifetime() {
        Claim claim = Claims.inDoubt();
        clock.advance(Duration.ofHours(2));
        FakeConnector connector =
                asked(() -> Optional.of(new Outcome.Accepted("wamid.X")), new Outcome.Accepted("wamid.TWICE"));

        assertThat(attempt(connector).of(claim, claim::heldUntil)).isEqualTo(new Settlement.Sent(claim, "wamid.X", clock.instant()));
        assertThat(connector.sent()).isEmpty();
    }

    @Test
    void aDoubtfulMessageThatTheProviderNeverSawIsNotSentAfterItsLifetime() {
        Claim claim = Claims.inDoubt();
        clock.advance(Duration.ofHours(2));
        FakeConnector connector = asked(Optional::empty, new Outcome.Accepted("wamid.LATE"));

        assertThat(attempt(connector).of(claim, claim::heldUntil))
                .isEqualTo(new Settlement.Failed(claim, expired("it waited for too long"), clock.instant()));
        assertThat(connector.sent()).isEmpty();
    }

    @Test
    void aDoubtfulMessageIsNotAskedForWhileItsProviderWantsAPause() {
        FakeConnector connector = asked(
                () -> Optional.of(new Outcome.Throttled(Duration.ofSeconds(5), ENDPOINT)), new Outcome.Accepted("wamid.TWICE"));
        Attempt attempt = attempt(connector);
        Claim claim = Claims.inDoubt();

        assertThat(attempt.of(claim, claim::heldUntil)).isEqualTo(new Settlement.Postponed(claim, NOW.plusSeconds(5)));
        assertThat(attempt.of(claim, claim::heldUntil)).isEqualTo(new Settlement.Released(claim, NOW.plusSeconds(5)));
        assertThat(connector.sent()).isEmpty();
    }
}
