package io.stele.server.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stele.adapters.connector.sandbox.SandboxLedger;
import io.stele.adapters.connector.sandbox.SandboxReceipts;
import io.stele.core.channel.Endpoint;
import io.stele.core.channel.EndpointId;
import io.stele.core.identity.Ksuid;
import io.stele.core.inbound.Receipt;
import io.stele.core.message.Json;
import io.stele.core.message.MessageId;
import io.stele.core.message.Status;
import io.stele.core.time.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SandboxReportingTest {

    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private final SettableClock clock = new SettableClock(START);
    private final Owed ledger = new Owed();
    private final List<Status> reported = new CopyOnWriteArrayList<>();
    private final List<Throwable> faults = new CopyOnWriteArrayList<>();
    private final SandboxReceipts receipts =
            new SandboxReceipts(ledger, batch -> batch.forEach(receipt -> reported.add(receipt.status())));

    @Test
    void reportsAReceiptWhenItIsDueAndNotBefore() {
        ledger.owe(Status.SENT, START);
        ledger.owe(Status.DELIVERED, START.plusSeconds(1));
        try (SandboxReporting _ = new SandboxReporting(receipts, ledger, clock, faults::add)) {
            await().untilAsserted(() -> assertThat(reported).containsExactly(Status.SENT));
            clock.advance(Duration.ofSeconds(1));
            await().untilAsserted(() -> assertThat(reported).containsExactly(Status.SENT, Status.DELIVERED));
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void goesOnAfterAFault() {
        ledger.failures.set(3);
        ledger.owe(Status.SENT, START);
        try (SandboxReporting _ = new SandboxReporting(receipts, ledger, clock, faults::add)) {
            await().untilAsserted(() -> assertThat(reported).containsExactly(Status.SENT));
        }
        assertThat(faults).hasSize(3);
    }

    @Test
    void reportsNothingMoreWhenClosed() {
        new SandboxReporting(receipts, ledger, clock, faults::add).close();
        ledger.owe(Status.SENT, START);
        int asked = ledger.asked.get();

        await().during(Duration.ofMillis(300)).atMost(Duration.ofSeconds(2)).until(() -> ledger.asked.get() == asked);
        assertThat(reported).isEmpty();
    }

    /** What is owed, and nothing else. */
    private static final class Owed implements SandboxLedger {

        private final Map<UUID, OwedReceipt> receipts = new ConcurrentHashMap<>();
        private final AtomicInteger failures = new AtomicInteger();
        private final AtomicInteger asked = new AtomicInteger();

        void owe(Status status, Instant due) {
            EndpointId endpoint = new EndpointId(new Ksuid(1, 2, 3));
            receipts.put(
                    UUID.randomUUID(), new OwedReceipt(new Receipt(endpoint, "id", null, status, null, due, Json.Members.EMPTY), due));
        }

        @Override
        public List<DueReceipt> due(Instant now, int limit) {
            asked.incrementAndGet();
            if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new IllegalStateException("the store is away");
            }
            return receipts.entrySet().stream()
                    .filter(entry -> !entry.getValue().dueAt().isAfter(now))
                    .map(entry -> new DueReceipt(entry.getKey(), entry.getValue().receipt()))
                    .toList();
        }

        @Override
        public void strikeOff(List<UUID> struck) {
            struck.forEach(receipts::remove);
        }

        @Override
        public Optional<Instant> nextDue() {
            return receipts.values().stream().map(OwedReceipt::dueAt).min(Comparator.naturalOrder());
        }

        @Override
        public Entry take(Endpoint endpoint, MessageId message, String id, List<OwedReceipt> owed, Instant now) {
            throw new UnsupportedOperationException("nothing is sent here");
        }

        @Override
        public Optional<Entry> entry(Endpoint endpoint, MessageId message) {
            throw new UnsupportedOperationException("nothing is sent here");
        }

        @Override
        public int countTry(Endpoint endpoint, MessageId message, Instant now) {
            throw new UnsupportedOperationException("nothing is sent here");
        }
    }
}
