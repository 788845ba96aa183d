package io.stele.server.store.delivery;

import io.stele.core.message.MessageId;
import io.stele.server.store.sql.Session;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Receipts that came before the messages that they are about. */
public final class EarlyReceipts {

    private final List<Step> steps;

    private EarlyReceipts(List<Step> steps) {
        this.steps = steps;
    }

    /** Takes those out that were kept for these names, which the caller has just claimed. */
    public static EarlyReceipts take(Session session, Map<ProviderNames.Name, MessageId> owners) {
        return new EarlyReceipts(PendingReceipts.take(session, owners));
    }

    /** Merges them into their messages, which are there by now. The caller has locked the correspondences. */
    public void merge(Session session, Instant now) {
        Progress.apply(session, steps, now);
    }
}
