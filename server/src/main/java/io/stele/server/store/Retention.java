package io.stele.server.store;

import io.micronaut.context.annotation.Factory;
import io.stele.core.housekeeping.Chore;
import io.stele.core.intake.IdempotencyKey;
import io.stele.server.store.sql.Database;
import jakarta.inject.Singleton;
import java.time.Duration;

/** For how long is kept what serves its purpose for a while only. Messages, and what they are part of, are kept for ever. */
@Factory
final class Retention {

    /** Providers are known to send a receipt for days; none comes before its message for as long. */
    private static final Duration RECEIPTS = Duration.ofDays(7);

    /** The pretend provider is asked about a message while that is being sent. */
    private static final Duration SANDBOX = Duration.ofDays(7);

    /** Long enough to look into what a receiver has missed, and to send it again. */
    private static final Duration WEBHOOK_DELIVERIES = Duration.ofDays(30);

    private final Database database;

    Retention(Database database) {
        this.database = database;
    }

    @Singleton
    Chore idempotencyKeys() {
        return new OldRows(database, "Deleting old idempotency keys", "idempotency", "created_at", IdempotencyKey.LIFETIME, "");
    }

    @Singleton
    Chore pendingReceipts() {
        return new OldRows(
                database, "Deleting receipts of unknown messages", "pending_receipt", "received_at", RECEIPTS, "");
    }

    /** Only where no receipt waits under the name any more. */
    @Singleton
    Chore unclaimedNames() {
        return new OldRows(
                database,
                "Deleting names of unknown messages",
                "provider_name",
                "unclaimed_since",
                RECEIPTS,
                """
                not exists (select 1 from pending_receipt r
                            where r.project_id = t.project_id and r.endpoint_id = t.endpoint_id
                              and r.provider_message_id = t.provider_message_id)""");
    }

    @Singleton
    Chore sandboxEntries() {
        return new OldRows(database, "Deleting old entries of the sandbox", "sandbox_entry", "taken_at", SANDBOX, "");
    }

    @Singleton
    Chore sandboxTries() {
        return new OldRows(database, "Deleting old tries of the sandbox", "sandbox_try", "tried_at", SANDBOX, "");
    }

    /** What still waits is kept. */
    @Singleton
    Chore webhookDeliveries() {
        return new OldRows(database, "Deleting old deliveries of webhooks", "webhook_delivery", "settled_at", WEBHOOK_DELIVERIES, "");
    }

    @Singleton
    Chore webhookAttempts() {
        return new OldRows(database, "Deleting old attempts of webhooks", "webhook_attempt", "at", WEBHOOK_DELIVERIES, "");
    }
}
