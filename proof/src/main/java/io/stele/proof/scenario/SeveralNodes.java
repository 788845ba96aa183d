package io.stele.proof.scenario;

import io.stele.graphstub.fault.Fault;
import io.stele.harness.process.Waiting;
import io.stele.proof.verdict.Evidence;
import io.stele.proof.verdict.Findings;
import io.stele.proof.verdict.Resumption;
import io.stele.proof.verdict.Rules;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Several servers on one database, of which one after the other is killed with {@code kill -9} and started again some seconds later. What the lost one
 * had to do must be done by the others soon.
 */
public record SeveralNodes(RandomGenerator random, int rounds, Duration patience) {

    /** How many servers there are. */
    public static final int NODES = 3;

    /** How few people there are, so that texts wait behind one another. */
    public static final int PEOPLE = 12;

    /** How long the provider takes, so that each node has something under way when it is killed. */
    private static final Duration ANSWERED_AFTER = Duration.ofMillis(300);

    private static final int EACH = 10_000_000;
    private static final int CLIENTS = 4;
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final Duration AWAY = Duration.ofSeconds(3);
    private static final int LEAST = 20;

    /** @param notes to which is added how long it took */
    public Findings on(Stage stage, List<String> notes) throws IOException {
        stage.graph().control().add(Fault.late(ANSWERED_AFTER).times(EACH));
        Traffic traffic = Traffic.start(stage, CLIENTS, PAUSE);
        List<Instant> kills = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            stage.running().mustGoOn();
            traffic.flow(LEAST, random);
            Node node = stage.nodes().get(random.nextInt(stage.nodes().size()));
            Instant killed = Instant.now();
            node.kill();
            kills.add(killed);
            stage.disturbed(killed);
            Waiting.pause(AWAY);
            node.start();
        }
        traffic.stop();
        Findings findings = stage.judge(Rules.WHOLE, patience);
        Evidence evidence = stage.evidence();
        Resumption resumption = Resumption.of(evidence, kills);
        notes.add(resumption.toString());
        return findings.with(resumption.violations());
    }
}
