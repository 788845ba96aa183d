package io.stele.proof.scenario;

import io.stele.harness.process.PostgresServer;
import io.stele.harness.process.Waiting;
import io.stele.proof.client.Senders;
import io.stele.proof.verdict.Findings;
import io.stele.proof.verdict.Rules;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The disk of the database is full for a while, under load, and then has room again. The server should go on by itself then; where it or the database has
 * ended, or does not go on, it is started again, which is told.
 *
 * @param database that is on this disk; null for that in the server
 */
public record DiskFull(SmallDisk disk, @Nullable PostgresServer database, int rounds, Duration patience) {

    private static final int CLIENTS = 6;
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int LEAST = 20;
    private static final Duration FULL = Duration.ofSeconds(12);
    private static final Duration BY_ITSELF = Duration.ofSeconds(30);
    private static final Duration INTERVAL = Duration.ofMillis(200);

    /** @param notes to which is added what it took to go on */
    public Findings on(Stage stage, List<String> notes) throws IOException {
        Traffic traffic = Traffic.start(stage, CLIENTS, PAUSE);
        for (int round = 1; round <= rounds; round++) {
            stage.running().mustGoOn();
            traffic.flow(LEAST);
            Instant since = Instant.now();
            long before = traffic.senders().failed();
            disk.fill();
            Waiting.pause(FULL);
            long failed = traffic.senders().failed() - before;
            disk.empty();
            notes.add("round " + round + ": " + failed + " sends failed while the disk was full; then " + goOn(stage, traffic.senders()));
            stage.disturbed(since);
        }
        traffic.flow(LEAST);
        traffic.stop();
        return stage.judge(Rules.WHOLE, patience);
    }

    private String goOn(Stage stage, Senders senders) {
        String ended = "";
        if (database != null && !database.isRunning()) {
            database.restart();
            ended = "PostgreSQL had ended and was started again; ";
        }
        if (isGoingOn(senders)) {
            return ended + "the server went on by itself";
        }
        boolean alive = stage.node().process().isRunning();
        String health = alive && stage.node().process().isHealthy() ? "though it said that it was healthy" : "and said so at /health";
        stage.node().kill();
        stage.node().start();
        return ended + (alive ? "the server did not go on, " + health + ", and was killed and started again" : "the server had ended and was started again");
    }

    private static boolean isGoingOn(Senders senders) {
        long before = senders.answered();
        long end = System.nanoTime() + BY_ITSELF.toNanos();
        while (senders.answered() < before + LEAST && System.nanoTime() < end) {
            Waiting.pause(INTERVAL);
        }
        return senders.answered() >= before + LEAST;
    }
}
