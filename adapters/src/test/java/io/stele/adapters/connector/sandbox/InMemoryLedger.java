package io.stele.adapters.connector.sandbox;

import io.stele.core.channel.Endpoint;
import io.stele.core.channel.EndpointId;
import io.stele.core.message.MessageId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A ledger that forgets everything at its end. */
final class InMemoryLedger implements SandboxLedger {

    private record Key(EndpointId endpoint, MessageId message) {}

    private final Map<Key, Entry> entries = new LinkedHashMap<>();
    private final Map<Key, Integer> tries = new HashMap<>();
    private final Map<UUID, OwedReceipt> owed = new LinkedHashMap<>();

    /** The ids of what was taken, in order. */
    synchronized List<String> taken() {
        return entries.values().stream().map(Entry::providerMessageId).toList();
    }

    @Override
    public synchronized Entry take(
            Endpoint endpoint,
            MessageId message,
            String providerMessageId,
            List<OwedReceipt> receipts,
            Instant now) {
        return entries.compute(new Key(endpoint.id(), message), (_, known) -> {
            if (known == null) {
                receipts.forEach(receipt -> owed.put(UUID.randomUUID(), receipt));
                return new Entry(message, providerMessageId, 1);
            }
            return new Entry(message, known.providerMessageId(), known.attempts() + 1);
        });
    }

    @Override
    public synchronized Optional<Entry> entry(Endpoint endpoint, MessageId message) {
        return Optional.ofNullable(entries.get(new Key(endpoint.id(), message)));
    }

    @Override
    public synchronized int countTry(Endpoint endpoint, MessageId message, Instant now) {
        return tries.merge(new Key(endpoint.id(), message), 1, Integer::sum);
    }

    @Override
    public synchronized List<DueReceipt> due(Instant now, int limit) {
        return owed.entrySet().stream()
                .filter(entry -> !entry.getValue().dueAt().isAfter(now))
                .sorted(Comparator.comparing(entry -> entry.getValue().dueAt()))
                .limit(limit)
                .map(entry -> new DueReceipt(entry.getKey(), entry.getValue().receipt()))
                .toList();
    }

    @Override
    public synchronized void strikeOff(List<UUID> receipts) {
        receipts.forEach(owed::remove);
    }

    @Override
    public synchronized Optional<Instant> nextDue() {
        return owed.values().stream().map(OwedReceipt::dueAt).min(Comparator.naturalOrder());
    }
}
