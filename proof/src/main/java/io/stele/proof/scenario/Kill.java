package io.stele.proof.scenario;

import io.stele.harness.process.Waiting;
import io.stele.proof.client.Customers;
import io.stele.proof.client.Senders;
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
 */
public final class Kill {

    /** Who is told what happens. */
    public static final List<Subscription> SUBSCRIPTIONS =
            List.of(Subscription.kapso(Manner.FINE), Subscription.chirp(Manner.FINE));

    private static final int CLIENTS = 8;
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration WRITING = Duration.ofMillis(250);
    private static final Duration INTERVAL = Duration.ofMillis(20);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
    private static final int LEAST = 20;
    private static final int LONGEST_MILLIS = 1_500;

    private final RandomGenerator random;
    private final int rounds;
    private final Rules rules;
    private final Duration patience;

    /**
     * @param patience how long the ledgers may take to fit after the last round
     */
    public Kill(RandomGenerator random, int rounds, Rules rules, Duration patience) {
        this.random = random;
        this.rounds = rounds;
        this.rules = rules;
        this.patience = patience;
    }

    public Findings on(Stage stage) throws IOException {
        Customers customers = stage.customers(WRITING);
        Senders senders = stage.senders(CLIENTS, PAUSE);
        Stage.rounds(rounds).forEach(_ -> {
            stage.running().mustGoOn();
            long before = senders.answered();
            Waiting.until("the server answers again", LONGEST_WAIT, INTERVAL, () -> senders.answered() >= before + LEAST);
            Waiting.pause(Duration.ofMillis(random.nextInt(LONGEST_MILLIS)));
            Instant killed = Instant.now();
            stage.node().kill();
            stage.disturbed(killed);
            stage.node().start();
        });
        senders.stop();
        customers.stop();
        return stage.judge(rules, patience);
    }
}
