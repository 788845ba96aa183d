package io.stele.server.start;

import io.micronaut.context.annotation.Factory;
import io.stele.adapters.connector.sandbox.SandboxConnector;
import io.stele.adapters.connector.sandbox.SandboxLedger;
import io.stele.adapters.connector.sandbox.SandboxReceipts;
import io.stele.core.inbound.Inbox;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** The pretend provider. */
@Factory
final class SandboxFactory {

    @Singleton
    SandboxReceipts receipts(SandboxLedger ledger, Inbox inbox) {
        return new SandboxReceipts(ledger, inbox::report);
    }

    @Singleton
    SandboxConnector connector(
            SandboxLedger ledger, SandboxReceipts receipts, Settings settings, InstantSource clock) {
        return new SandboxConnector(ledger, receipts, settings.sandboxClock(), clock);
    }
}
