package io.stele.adapters.connector.sandbox;

import io.stele.adapters.connector.sandbox.SandboxLedger.DueReceipt;
import io.stele.core.inbound.Receipt;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reports the receipts that the sandbox owes, as a real provider's webhook would. A receipt is struck off only after it was taken in, so
 * that a stop between the two repeats it: which changes nothing. Safe for concurrent use.
 */
public final class SandboxReceipts {

    private static final int AT_ONCE = 500;

    private final SandboxLedger ledger;
    private final Consumer<List<Receipt>> inbox;

    /** @param inbox takes receipts durably, and merges repeated ones */
    public SandboxReceipts(SandboxLedger ledger, Consumer<List<Receipt>> inbox) {
        this.ledger = ledger;
        this.inbox = inbox;
    }

    /**
     * Reports what is due, oldest first, up to a bound.
     *
     * @return how many were reported; 0 when nothing is due
     */
    public int reportDue(Instant now) {
        List<DueReceipt> due = ledger.due(now, AT_ONCE);
        if (!due.isEmpty()) {
            inbox.accept(due.stream().map(DueReceipt::receipt).toList());
            ledger.strikeOff(due.stream().map(DueReceipt::id).toList());
        }
        return due.size();
    }
}
