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
 * @param load what is under way meanwhile
 * @param patience how long the ledgers may take to fit after the last round
 */
public record Kill(RandomGenerator random, int rounds, Load load, Rules rules, Duration patience) {

    /** Who is told what happens. */
    public static final List<Subscription> SUBSCRIPTIONS =
            List.of(Subscription.kapso(Manner.FINE), Subscription.chirp(Manner.FINE));

    /** As much as servers that are killed often get done. */
    public static final Load LOAD = new Load(8, Duration.ofMillis(100), 20);

    /**
     * What is under way.
     *
     * @param clients how many send at the same time
     * @param pause of each after a text
     * @param least so many texts are answered before each kill
     */
    public record Load(int clients, Duration pause, int least) {}

    public Findings on(Stage stage) throws IOException {
        Traffic traffic = Traffic.start(stage, load.clients(), load.pause());
        for (int round = 0; round < rounds; round++) {
            stage.running().mustGoOn();
            traffic.flow(load.least(), random);
            Instant killed = Instant.now();
            stage.node().kill();
            stage.disturbed(killed);
            stage.node().start();
        }
        traffic.stop();
        return stage.judge(rules, patience);
    }
}
