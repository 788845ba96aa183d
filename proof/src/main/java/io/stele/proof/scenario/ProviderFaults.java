package io.stele.proof.scenario;

import io.stele.graphstub.callback.ReceiptPlan;
import io.stele.graphstub.client.GraphControl;
import io.stele.graphstub.fault.Fault;
import io.stele.graphstub.fault.Fault.Ending;
import io.stele.harness.process.Waiting;
import io.stele.proof.verdict.Findings;
import io.stele.proof.verdict.Rules;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * The provider answers later than it is waited for, takes messages and cuts the connection, cuts it and takes nothing, asks for a pause, is out of
 * order; and its receipts come twice, in reverse, late, before the answer, or never.
 */
public record ProviderFaults(int rounds, Duration patience) {

    private static final int CLIENTS = 8;
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int SOME = 40;

    /** Longer than Stele waits for an answer. */
    private static final Duration TOO_LATE = Duration.ofSeconds(25);

    private static final Duration LATE = Duration.ofSeconds(3);
    private static final ReceiptPlan RECEIPTS = ReceiptPlan.of("sent", "delivered");

    private static final List<Fault> FAULTS = List.of(
            Fault.late(TOO_LATE).times(2),
            Fault.of(Ending.RESET).butTaken().times(3),
            Fault.of(Ending.CLOSED).butTaken().times(3),
            Fault.of(Ending.MALFORMED).times(2),
            Fault.of(Ending.CLOSED).times(2),
            Fault.error(429, 130429, "Rate limit hit", "").times(3),
            Fault.error(429, 130429, "Rate limit hit", "").with("Retry-After", "2").times(3),
            Fault.error(500, 131000, "Something went wrong", "").times(3),
            Fault.page(503).times(3),
            Fault.page(502).with("Retry-After", "1").times(2));

    public Findings on(Stage stage) throws IOException {
        GraphControl graph = stage.graph().control();
        Traffic traffic = Traffic.start(stage, CLIENTS, PAUSE);
        for (int round = 0; round < rounds; round++) {
            stage.running().mustGoOn();
            graph.receipts(RECEIPTS);
            traffic.flow(SOME);
            FAULTS.forEach(fault -> {
                graph.add(fault);
                traffic.flow(SOME / FAULTS.size());
            });
            graph.receipts(RECEIPTS.copies(2));
            traffic.flow(SOME);
            graph.receipts(RECEIPTS.inReverse());
            traffic.flow(SOME);
            graph.receipts(RECEIPTS.beforeTheAnswer());
            traffic.flow(SOME);
            graph.receipts(RECEIPTS.untilReleased());
            traffic.flow(SOME);
            Waiting.pause(LATE);
            graph.receipts(ReceiptPlan.NONE);
            graph.release();
            traffic.flow(SOME);
        }
        traffic.stop();
        graph.release();
        return stage.judge(Rules.WHOLE, patience);
    }
}
