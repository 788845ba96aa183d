package io.stele.proof.scenario;

import io.stele.proof.receiver.Manner;
import io.stele.proof.verdict.Rules;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Receivers of webhooks are slow, refuse everything once, cut every connection once, or refuse everything for ever, while the server is killed and
 * started again. One that is well must not wait for the others.
 */
public final class WebhookFaults {

    /** How few people there are: for the slow ones, which are told one thing after the other. */
    public static final int PEOPLE = 12;

    /** Who is told what happens. */
    public static final List<Subscription> SUBSCRIPTIONS = List.of(
            Subscription.kapso(Manner.FINE),
            Subscription.kapso(Manner.SLOW),
            Subscription.kapso(Manner.FAILING_ONCE),
            Subscription.chirp(Manner.CUT_ONCE),
            Subscription.chirp(Manner.FAILING_ONCE),
            Subscription.chirp(Manner.DEAD));

    private static final Kill.Load LOAD = new Kill.Load(4, Duration.ofMillis(400), 10);

    private WebhookFaults() {}

    /** The kills meanwhile. */
    public static Kill kills(RandomGenerator random, int rounds, Duration patience) {
        return new Kill(random, rounds, LOAD, Rules.WHOLE, patience);
    }
}
