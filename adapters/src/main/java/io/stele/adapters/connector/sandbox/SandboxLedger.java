package io.stele.adapters.connector.sandbox;

import io.stele.core.channel.Endpoint;
import io.stele.core.inbound.Receipt;
import io.stele.core.message.MessageId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What the pretend provider remembers: which messages it has taken, and which receipts it still owes. It knows a message by the endpoint
 * that it came through, so that one which failed on a channel and goes by another is a new one to it.
 */
public interface SandboxLedger {

    /**
     * A message that the pretend provider has taken.
     *
     * @param attempts how often it was handed in, at least 1; more than once is the same message still
     */
    record Entry(MessageId message, String providerMessageId, int attempts) {}

    /** A receipt that is owed from {@code dueAt} on. */
    record OwedReceipt(Receipt receipt, Instant dueAt) {}

    /** A receipt that is due, under the id by which it is struck off. */
    record DueReceipt(UUID id, Receipt receipt) {}

    /**
     * Takes a message and the receipts that it will owe, in one transaction, durably. A message that was taken before keeps
     * its first entry and receipts; only its attempts are counted.
     */
    Entry take(
            Endpoint endpoint,
            MessageId message,
            String providerMessageId,
            List<OwedReceipt> receipts,
            Instant now);

    /** The entry of a message; empty when it was never taken. */
    Optional<Entry> entry(Endpoint endpoint, MessageId message);

    /**
     * Notes one more try of a message that is not taken yet, durably.
     *
     * @return how many tries there have been, this one included
     */
    int countTry(Endpoint endpoint, MessageId message, Instant now);

    /** Receipts that are due, oldest first. They stay until they are struck off. */
    List<DueReceipt> due(Instant now, int limit);

    /** Strikes receipts off. */
    void strikeOff(List<UUID> receipts);

    /** When the next receipt is due; empty when none is owed. */
    Optional<Instant> nextDue();
}
