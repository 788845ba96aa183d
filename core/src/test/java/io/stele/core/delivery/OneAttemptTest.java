package io.stele.core.delivery;

import io.stele.core.example.Examples;
import io.stele.core.message.Failure;
import io.stele.core.time.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/** Base of the tests of a single attempt. */
abstract class OneAttemptTest {

    static final Instant NOW = Examples.NOW;
    static final Failure REFUSAL = new Failure("131026", "Message undeliverable", null);
    static final RetryPolicy POLICY = new RetryPolicy(
            Duration.ofSeconds(8), Duration.ofSeconds(8), Duration.ofHours(1));
    /** Half of the full wait and nothing more. */
    static final Random LEAST = new Random() {
        @Override
        public long nextLong(long bound) {
            return 0;
        }
    };

    static final Instant PATIENCE_ENDS = NOW.plus(Duration.ofMinutes(10));

    final SettableClock clock = new SettableClock(NOW);

    final Attempt attempt(Connector connector) {
        return new Attempt(new Connectors(List.of(connector)), POLICY, nothingFollows(), clock, LEAST);
    }

    static FailureFollowUp nothingFollows() {
        return (message, failure) -> Optional.empty();
    }

    static FakeConnector asked(Supplier<Optional<Outcome>> answer, Outcome onSend) {
        return asked(answer, onSend, Doubt.failAfter(Duration.ofMinutes(10)));
    }

    static FakeConnector asked(Supplier<Optional<Outcome>> answer, Outcome onSend, Doubt doubt) {
        class Reconciling extends FakeConnector implements Connector.Reconciliation {
            Reconciling() {
                super(dispatch -> onSend, doubt);
            }

            @Override
            public Optional<Outcome> outcomeOf(Dispatch dispatch) {
                return answer.get();
            }
        }
        return new Reconciling();
    }

    static Failure expired(String details) {
        return new Failure("EXPIRED", "The message could not be delivered in time", details);
    }

    static Failure unknown(String details) {
        return new Failure("OUTCOME_UNKNOWN", "The provider never said what became of the message", details);
    }
}
