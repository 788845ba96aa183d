package io.stele.harness.stele;

import io.stele.graphstub.callback.ReceiptPlan;
import io.stele.graphstub.client.GraphControl;
import io.stele.graphstub.client.GraphStubProcess;
import io.stele.graphstub.client.Totals;
import io.stele.harness.process.Programs;
import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The stand-in of Meta's Graph in a process of its own, which reports each message as sent and as delivered, each in a post of its own. It
 * can be stopped and started again at the same address.
 */
public final class GraphStand implements AutoCloseable {

    private static final String[] RECEIPTS = {"sent", "delivered"};

    /** Lines that stay in memory. */
    private static final String KEPT = "2000";

    private final int port = Programs.freePort();
    private final @Nullable Path ledger;
    private @Nullable GraphStubProcess process;
    private @Nullable URI callback;

    /** One that keeps its ledger in memory. */
    public GraphStand() {
        this(null);
    }

    /** @param ledger a file for all that it saw */
    public GraphStand(@Nullable Path ledger) {
        this.ledger = ledger;
        start();
    }

    /** Where it is reached, without a slash at the end. */
    public URI root() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** The business is told there from now on. */
    public void tell(URI hook) {
        callback = hook;
        control().callback(hook);
    }

    public GraphControl control() {
        return Objects.requireNonNull(process).control();
    }

    /** What it counted since it forgot the last time. */
    public Totals totals() {
        return control().totals();
    }

    /** Forgets all messages, so that its memory does not grow with the run. */
    public void forget() {
        control().reset();
        control().receipts(ReceiptPlan.of(RECEIPTS));
    }

    /** Nobody answers at its address any more. */
    public void stop() {
        if (process != null) {
            process.close();
            process = null;
        }
    }

    /** Answers again, and remembers no message. What it is to report, and to whom, it knows before it takes the first one. */
    public void start() {
        GraphStubProcess.Builder stub = GraphStubProcess.with()
                .port(port)
                .number(BusinessNumber.ID, BusinessNumber.ACCOUNT, BusinessNumber.DISPLAY, BusinessNumber.TOKEN)
                .appSecret(BusinessNumber.APP_SECRET)
                .receipts(RECEIPTS)
                .option("--keep", KEPT)
                .heap("768m")
                .lasting();
        if (ledger != null) {
            stub.ledger(ledger);
        }
        if (callback != null) {
            stub.callback(callback);
        }
        process = stub.start();
    }

    @Override
    public void close() {
        stop();
    }
}
