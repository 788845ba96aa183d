package io.stele.core.delivery;

import io.stele.core.channel.EndpointId;
import io.stele.core.message.Failure;
import io.stele.core.work.Lease;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** One attempt: hands a claim to its connector and says what is to be written about it. Touches no store. */
public final class Attempt {

    /** How much of a lease must be left to begin. It is renewed long before, unless the store is away or the process stood still. */
    static final Duration BEGINNING = Duration.ofSeconds(1);

    private static final Duration SHORTEST_WAIT = Duration.ofMillis(10);
    private static final Failure DISCONNECTED = new Failure(
            "ENDPOINT_DISCONNECTED",
            "The number was disconnected",
            "The message was waiting when the number that was to send it was disconnected");
    private static final String THROTTLED = "throttled by the provider";

    private final Connectors connectors;
    private final RetryPolicy policy;
    private final FailureFollowUp followUp;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Gates gates = new Gates();

    /** @param followUp what happens to a message that failed for good */
    public Attempt(
            Connectors connectors,
            RetryPolicy policy,
            FailureFollowUp followUp,
            InstantSource clock,
            RandomGenerator random) {
        this.connectors = connectors;
        this.policy = policy;
        this.followUp = followUp;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Sends the claim's message, unless its provider says that it has it already. A claim that is in doubt is never sent again
     * without asking; when nobody can be asked, the connector's {@link Doubt} says what becomes of it. A claim whose lease has not been renewed in
     * time is not sent. Nothing is sent when its lifetime is over, or by an endpoint that has been disconnected meanwhile. When a provider asks for a
     * pause for the whole endpoint, the endpoint is closed for so long, but at most for the policy's longest wait: what is claimed of it meanwhile is
     * put back. Whatever the connector throws leaves the outcome in doubt.
     */
    public Settlement of(Claim claim, Lease lease) {
        return connectors
                .of(claim.dispatch().endpoint())
                .map(connector -> of(claim, lease, connector))
                .orElseGet(() -> failed(
                        claim,
                        new Failure(
                                "CONNECTOR_NOT_INSTALLED",
                                "Connector not installed",
                                "The endpoint names the connector " + claim.dispatch().endpoint().connector())));
    }

    /** The endpoints of which nothing is sent now, because their providers asked for a pause. */
    Set<EndpointId> closed() {
        return gates.closed(clock.instant());
    }

    /** What follows when a message fails. */
    FailureFollowUp followUp() {
        return followUp;
    }

    private Settlement of(Claim claim, Lease lease, Connector connector) {
        if (connector instanceof Connector.Reconciliation reconciliation && mayBeThere(claim, connector)) {
            return notNow(claim, lease)
                    .or(() -> earlier(claim, reconciliation).map(outcome -> settleEarlier(claim, connector, outcome)))
                    .orElseGet(() -> send(claim, lease, connector));
        }
        return claim.inDoubt()
                ? doubted(claim, connector, "an earlier attempt has no known outcome")
                : send(claim, lease, connector);
    }

    /** Whether an earlier attempt may have reached the provider: what is sent again after a doubt is not in doubt any more. */
    private static boolean mayBeThere(Claim claim, Connector connector) {
        return claim.inDoubt()
                || claim.dispatch().attempt() > 1 && connector.descriptor().doubt().then() == Doubt.Then.SEND;
    }

    private Settlement send(Claim claim, Lease lease, Connector connector) {
        if (!claim.dispatch().endpoint().isConnected()) {
            return failed(claim, DISCONNECTED);
        }
        if (!isInTime(claim, Duration.ZERO)) {
            return failed(claim, expired("it waited for too long"));
        }
        return notNow(claim, lease).orElseGet(() -> settle(claim, connector, sent(claim, connector)));
    }

    /** Puts the claim back when its endpoint is closed, or when another may have it before the message is out: then both would send it. */
    private Optional<Settlement> notNow(Claim claim, Lease lease) {
        Instant now = clock.instant();
        boolean isShort = now.plus(BEGINNING).isAfter(lease.heldUntil());
        return gates.closedUntil(claim.dispatch().endpoint().id(), now)
                .or(() -> isShort ? Optional.of(now) : Optional.empty())
                .map(dueAt -> new Settlement.Released(claim, dueAt));
    }

    /** Closes the endpoint, if the pause is for all of it. A long pause is asked for anew, should it still be wanted. */
    private void pause(Claim claim, Outcome.Throttled throttled) {
        if (throttled.scope() == Outcome.Throttled.Scope.ENDPOINT) {
            Duration pause = longer(throttled.after());
            gates.close(
                    claim.dispatch().endpoint().id(),
                    clock.instant().plus(pause.compareTo(policy.cap()) > 0 ? policy.cap() : pause));
        }
    }

    private static Optional<Outcome> earlier(Claim claim, Connector.Reconciliation reconciliation) {
        try {
            return reconciliation.outcomeOf(claim.dispatch());
        } catch (RuntimeException | Error e) {
            return Optional.of(fault(e));
        }
    }

    private static Outcome sent(Claim claim, Connector connector) {
        try {
            return connector.send(claim.dispatch());
        } catch (RuntimeException | Error e) {
            return fault(e);
        }
    }

    private static Outcome fault(Throwable thrown) {
        return new Outcome.Unknown("the connector failed: " + thrown.getClass().getSimpleName());
    }

    /** A provider that could not be asked is asked again, but nothing has failed by that. */
    private Settlement settleEarlier(Claim claim, Connector connector, Outcome answer) {
        return switch (answer) {
            case Outcome.Throttled throttled -> {
                pause(claim, throttled);
                yield askedAgain(claim, connector, longer(throttled.after()), THROTTLED);
            }
            case Outcome.Unavailable(String reason) -> askedAgain(claim, connector, wait(claim), reason);
            case Outcome.Accepted _, Outcome.Refused _, Outcome.Unknown _ -> settle(claim, connector, answer);
        };
    }

    private Settlement askedAgain(Claim claim, Connector connector, Duration wait, String reason) {
        return isInTime(claim, wait)
                ? new Settlement.Postponed(claim, clock.instant().plus(wait))
                : doubted(claim, connector, reason);
    }

    private Settlement settle(Claim claim, Connector connector, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted(String providerMessageId) -> new Settlement.Sent(
                    claim, providerMessageId, clock.instant());
            case Outcome.Refused(Failure failure) -> failed(claim, failure);
            case Outcome.Throttled throttled -> {
                pause(claim, throttled);
                yield again(claim, longer(throttled.after()), THROTTLED);
            }
            case Outcome.Unavailable(String reason) -> again(claim, wait(claim), reason);
            case Outcome.Unknown(String reason) -> doubted(claim, connector, reason);
        };
    }

    private Settlement doubted(Claim claim, Connector connector, String reason) {
        Doubt doubt = connector.descriptor().doubt();
        Failure failure = new Failure("OUTCOME_UNKNOWN", "The provider never said what became of the message", reason);
        return new Settlement.InDoubt(claim, clock.instant().plus(doubt.patience()), failure, switch (doubt.then()) {
            case FAIL -> null;
            case SEND -> expiry(claim);
        });
    }

    private Settlement again(Claim claim, Duration wait, String reason) {
        return isInTime(claim, wait)
                ? new Settlement.Postponed(claim, clock.instant().plus(wait))
                : failed(claim, expired(reason));
    }

    private boolean isInTime(Claim claim, Duration wait) {
        Duration left = Duration.between(clock.instant(), expiry(claim));
        return wait.compareTo(left) <= 0;
    }

    private Instant expiry(Claim claim) {
        return claim.queuedAt().plus(policy.lifetime());
    }

    private Duration wait(Claim claim) {
        return policy.waitAfter(claim.dispatch().attempt(), random);
    }

    private Settlement failed(Claim claim, Failure failure) {
        return new Settlement.Failed(
                claim, failure, clock.instant(), followUp.after(claim.dispatch().message(), failure).orElse(null));
    }

    private static Failure expired(String details) {
        return new Failure("EXPIRED", "The message could not be delivered in time", details);
    }

    private static Duration longer(Duration asked) {
        return asked.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : asked;
    }
}
