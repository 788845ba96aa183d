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
 * The server is killed with {@code kill -9} at random moments, while it accepts, delivers, takes receipts in and tells of them, and is started again at
 * once.
 *
 * @param patience how long the ledgers may take to fit after the last round
 */
public record Kill(RandomGenerator random, int rounds, Rules rules, Duration patience) {

    /** Who is told what happens. */
    public static final List<Subscription> SUBSCRIPTIONS =
            List.of(Subscription.kapso(Manner.FINE), Subscription.chirp(Manner.FINE));

    private static final int CLIENTS = 8;
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int LEAST = 20;

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
        return stage.judge(rules, patience);
    }
}
