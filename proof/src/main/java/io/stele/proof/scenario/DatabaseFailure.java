package io.stele.proof.scenario;

import io.stele.harness.process.PostgresServer;
import io.stele.harness.process.Waiting;
import io.stele.proof.verdict.Findings;
import io.stele.proof.verdict.Rules;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * The database is killed with {@code kill -9}, and the next time stopped in good order, under load, and started again after a while. The server is left
 * alone, and must go on by itself.
 */
public record DatabaseFailure(PostgresServer database, RandomGenerator random, int rounds, Duration patience) {

    private static final int CLIENTS = 8;
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration AWAY = Duration.ofSeconds(2);
    private static final int LEAST = 30;

    public Findings on(Stage stage) throws IOException {
        Traffic traffic = Traffic.start(stage, CLIENTS, PAUSE);
        for (int round = 0; round < rounds; round++) {
            stage.running().mustGoOn();
            traffic.flow(LEAST, random);
            Instant since = Instant.now();
            if (round % 2 == 0) {
                database.kill();
            } else {
                database.close();
            }
            Waiting.pause(AWAY);
            database.restart();
            stage.disturbed(since);
        }
        traffic.flow(LEAST);
        traffic.stop();
        return stage.judge(Rules.WHOLE, patience);
    }
}
