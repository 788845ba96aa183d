package io.stele.proof.scenario;

import io.stele.harness.process.Waiting;
import io.stele.proof.client.Customers;
import io.stele.proof.client.Senders;
import java.io.IOException;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** The business sends and people write, at a pace of which a server has no trouble. */
final class Traffic {

    private static final Duration INTERVAL = Duration.ofMillis(20);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(90);
    private static final int LONGEST_MILLIS = 1_500;

    private final Customers customers;
    private final Senders senders;

    private Traffic(Customers customers, Senders senders) {
        this.customers = customers;
        this.senders = senders;
    }

    /**
     * @param clients how many send at the same time
     * @param pause of each after a text
     */
    static Traffic start(Stage stage, int clients, Duration pause) throws IOException {
        Customers customers = stage.customers(pause.multipliedBy(2));
        return new Traffic(customers, stage.senders(clients, pause));
    }

    /** Waits until so many more texts are answered with success, and then for a moment that nobody knows beforehand. */
    void flow(int texts, RandomGenerator random) {
        flow(texts);
        Waiting.pause(Duration.ofMillis(random.nextInt(LONGEST_MILLIS)));
    }

    /**
     * Waits until so many more texts are answered with success.
     *
     * @throws IllegalStateException when the server does not do that
     */
    void flow(int texts) {
        long before = senders.answered();
        Waiting.until("the server answers " + texts + " texts", LONGEST_WAIT, INTERVAL, () -> senders.answered() >= before + texts);
    }

    Senders senders() {
        return senders;
    }

    /** Ends it, and waits until all is answered. */
    void stop() {
        senders.stop();
        customers.stop();
    }
}
