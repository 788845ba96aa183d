package io.stele.proof.scenario;

import io.stele.proof.receiver.Manner;
import io.stele.proof.verdict.Findings;
import io.stele.proof.verdict.Rules;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Receivers of webhooks are slow, refuse everything once, cut every connection once, or refuse everything for ever, while the server is killed and
 * started again. One that is well must not wait for the others.
 */
public record WebhookFaults(RandomGenerator random, int rounds, Duration patience) {

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

    private static final int CLIENTS = 4;
    private static final Duration PAUSE = Duration.ofMillis(400);
    private static final int LEAST = 10;

    public Findings on(Stage stage) throws IOException {
        Traffic traffic = Traffic.start(stage, CLIENTS, PAUSE);
        for (int round = 0; round < rounds; round++) {
            stage.running().mustGoOn();
            traffic.flow(LEAST, random);
            Instant killed = Instant.now();
            stage.node().kill();
            stage.disturbed(killed);
            stage.node().start();
        }
        traffic.stop();
        return stage.judge(Rules.WHOLE, patience);
    }
}
