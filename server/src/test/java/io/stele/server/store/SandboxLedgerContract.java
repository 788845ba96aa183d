package io.stele.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.adapters.connector.sandbox.SandboxLedger;
import io.stele.core.channel.Channel;
import io.stele.core.channel.Endpoint;
import io.stele.core.inbound.Receipt;
import io.stele.core.message.Failure;
import io.stele.core.message.Json;
import io.stele.core.message.MessageId;
import io.stele.core.message.Status;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@link SandboxLedger}: the pretend provider remembers what it has taken and what it owes. */
public abstract class SandboxLedgerContract extends StoreContract {

    private static final Instant NOW = TestStore.START;

    private SandboxLedger ledger;
    private Endpoint whatsApp;
    private MessageId message;

    protected SandboxLedgerContract(Supplier<TestStore> opening) {
        super(opening);
    }

    @BeforeEach
    void ports() {
        ledger = store.get(SandboxLedger.class);
        whatsApp = tenant.whatsApp();
        message = new Traffic(store).newId();
    }

    private SandboxLedger.OwedReceipt owed(Status status, int seconds) {
        Failure failure = status == Status.FAILED ? new Failure("131026", "Undeliverable", "for ever") : null;
        Instant due = NOW.plusSeconds(seconds);
        return new SandboxLedger.OwedReceipt(
                new Receipt(whatsApp.id(), "p1", seconds % 2 == 0 ? message : null, status, failure, due, Json.Members.EMPTY), due);
    }

    @Test
    void whatWasTakenIsRemembered() {
        assertThat(ledger.entry(whatsApp, message)).isEmpty();

        SandboxLedger.Entry taken = ledger.take(whatsApp, message, "p1", List.of(), NOW);

        assertThat(taken).isEqualTo(new SandboxLedger.Entry(message, "p1", 1));
        assertThat(ledger.entry(whatsApp, message)).contains(taken);
    }

    @Test
    void aMessageThatIsHandedInAgainIsTheSameAndOwesNothingMore() {
        ledger.take(whatsApp, message, "p1", List.of(owed(Status.SENT, 0)), NOW);

        assertThat(ledger.take(whatsApp, message, "p2", List.of(owed(Status.SENT, 1)), NOW))
                .isEqualTo(new SandboxLedger.Entry(message, "p1", 2));
        assertThat(ledger.due(NOW.plusSeconds(10), 10)).hasSize(1);
    }

    @Test
    void aMessageThatGoesByAnotherEndpointIsANewOne() {
        Endpoint sms = tenant.endpoint(Channel.SMS);
        ledger.take(whatsApp, message, "p1", List.of(), NOW);

        assertThat(ledger.entry(sms, message)).isEmpty();
        assertThat(ledger.take(sms, message, "p2", List.of(), NOW)).isEqualTo(new SandboxLedger.Entry(message, "p2", 1));
        assertThat(ledger.countTry(sms, message, NOW)).isEqualTo(1);
        assertThat(ledger.countTry(whatsApp, message, NOW)).isEqualTo(1);
    }

    @Test
    void manyTakersAtOnceAreOne() {
        List<SandboxLedger.Entry> entries =
                Together.times(12, () -> ledger.take(whatsApp, message, "p1", List.of(owed(Status.SENT, 0)), NOW));

        assertThat(entries).extracting(SandboxLedger.Entry::attempts).contains(12).allMatch(attempts -> attempts <= 12);
        assertThat(ledger.entry(whatsApp, message).orElseThrow().attempts()).isEqualTo(12);
        assertThat(ledger.due(NOW, 100)).hasSize(1);
    }

    @Test
    void triesAreCounted() {
        assertThat(ledger.countTry(whatsApp, message, NOW)).isEqualTo(1);
        assertThat(ledger.countTry(whatsApp, message, NOW)).isEqualTo(2);
        Together.times(8, () -> ledger.countTry(whatsApp, message, NOW));
        assertThat(ledger.countTry(whatsApp, message, NOW)).isEqualTo(11);
    }

    @Test
    void receiptsAreDueInTheirTimeAndOldestFirst() {
        ledger.take(whatsApp, message, "p1", List.of(owed(Status.READ, 9), owed(Status.SENT, 2), owed(Status.FAILED, 5)), NOW);

        assertThat(ledger.nextDue()).contains(NOW.plusSeconds(2));
        assertThat(ledger.due(NOW.plusSeconds(1), 10)).isEmpty();
        assertThat(ledger.due(NOW.plusSeconds(5), 10))
                .extracting(SandboxLedger.DueReceipt::receipt)
                .containsExactly(owed(Status.SENT, 2).receipt(), owed(Status.FAILED, 5).receipt());
        assertThat(ledger.due(NOW.plusSeconds(60), 1)).hasSize(1);
    }

    @Test
    void aReceiptStaysUntilItIsStruckOff() {
        ledger.take(whatsApp, message, "p1", List.of(owed(Status.SENT, 0), owed(Status.DELIVERED, 2)), NOW);
        UUID first = ledger.due(NOW, 10).getFirst().id();
        assertThat(ledger.due(NOW, 10)).hasSize(1);

        ledger.strikeOff(List.of(first, UUID.randomUUID()));
        ledger.strikeOff(List.of());

        assertThat(ledger.due(NOW, 10)).isEmpty();
        assertThat(ledger.nextDue()).contains(NOW.plusSeconds(2));
    }

    @Test
    void nothingIsOwedAtTheBeginning() {
        assertThat(ledger.nextDue()).isEmpty();
        assertThat(ledger.due(NOW, 10)).isEmpty();
    }
}
