package io.stele.server.store.sandbox;

import com.github.f4b6a3.uuid.UuidCreator;
import io.stele.adapters.connector.sandbox.SandboxLedger;
import io.stele.core.channel.Endpoint;
import io.stele.core.channel.EndpointId;
import io.stele.core.identity.Ksuid;
import io.stele.core.inbound.Receipt;
import io.stele.core.message.Json;
import io.stele.core.message.MessageId;
import io.stele.core.message.Status;
import io.stele.server.store.json.CircumstanceForm;
import io.stele.server.store.sql.Database;
import io.stele.server.store.sql.Row;
import io.stele.server.store.sql.Session;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The ledger as three tables. The entry's key is the only judge of whether a message was taken before. */
@Singleton
final class StoredSandboxLedger implements SandboxLedger {

    private final Database database;

    StoredSandboxLedger(Database database) {
        this.database = database;
    }

    @Override
    public Entry take(
            Endpoint endpoint,
            MessageId message,
            String providerMessageId,
            List<OwedReceipt> receipts,
            Instant now) {
        return database.write(session -> {
            int taken = session.insert(
                    """
                    insert into sandbox_entry (project_id, endpoint_id, message_id, provider_message_id, attempts, taken_at)
                    values (?, ?, ?, ?, 1, ?)""",
                    project(endpoint),
                    endpoint.id().value(),
                    message.value(),
                    providerMessageId,
                    now);
            if (taken == 1) {
                owe(session, endpoint, receipts);
            } else {
                session.update(
                        """
                        update sandbox_entry set attempts = attempts + 1
                        where project_id = ? and endpoint_id = ? and message_id = ?""",
                        project(endpoint),
                        endpoint.id().value(),
                        message.value());
            }
            return entry(session, endpoint, message).orElseThrow();
        });
    }

    @Override
    public Optional<Entry> entry(Endpoint endpoint, MessageId message) {
        return database.read(session -> entry(session, endpoint, message));
    }

    @Override
    public int countTry(Endpoint endpoint, MessageId message, Instant now) {
        return database.write(session -> {
            session.insert(
                    """
                    insert into sandbox_try (project_id, endpoint_id, message_id, tries, tried_at)
                    values (?, ?, ?, 0, ?)""",
                    project(endpoint),
                    endpoint.id().value(),
                    message.value(),
                    now);
            session.update(
                    """
                    update sandbox_try set tries = tries + 1, tried_at = ?
                    where project_id = ? and endpoint_id = ? and message_id = ?""",
                    now,
                    project(endpoint),
                    endpoint.id().value(),
                    message.value());
            return session.first(
                            row -> (int) row.number("tries"),
                            "select tries from sandbox_try where project_id = ? and endpoint_id = ? and message_id = ?",
                            project(endpoint),
                            endpoint.id().value(),
                            message.value())
                    .orElseThrow();
        });
    }

    @Override
    public List<DueReceipt> due(Instant now, int limit) {
        return database.read(session -> session.list(
                row -> new DueReceipt(row.uuid("id"), receipt(row)),
                "select * from sandbox_receipt where due_at <= ? order by due_at, id limit ?",
                now,
                limit));
    }

    @Override
    public void strikeOff(List<UUID> receipts) {
        database.write(session -> session.batch(
                "delete from sandbox_receipt where id = ?",
                receipts.stream().sorted().map(List::of).toList()));
    }

    @Override
    public Optional<Instant> nextDue() {
        return database.read(session -> session.first(
                row -> row.moment("due_at"), "select due_at from sandbox_receipt order by due_at, id limit 1"));
    }

    private static Optional<Entry> entry(Session session, Endpoint endpoint, MessageId message) {
        return session.first(
                row -> new Entry(message, row.text("provider_message_id"), (int) row.number("attempts")),
                """
                select provider_message_id, attempts from sandbox_entry
                where project_id = ? and endpoint_id = ? and message_id = ?""",
                project(endpoint),
                endpoint.id().value(),
                message.value());
    }

    private static void owe(Session session, Endpoint endpoint, List<OwedReceipt> receipts) {
        session.batch(
                """
                insert into sandbox_receipt (id, project_id, endpoint_id, provider_message_id, message_id, status, failure, at, due_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                receipts.stream().map(owed -> values(endpoint, owed)).toList());
    }

    private static List<@Nullable Object> values(Endpoint endpoint, OwedReceipt owed) {
        Receipt receipt = owed.receipt();
        MessageId message = receipt.message();
        return Arrays.asList(
                UuidCreator.getTimeOrderedEpoch(),
                project(endpoint),
                receipt.endpoint().value(),
                receipt.providerMessageId(),
                message == null ? null : message.value(),
                receipt.status(),
                CircumstanceForm.write(receipt.failure()),
                receipt.at(),
                owed.dueAt());
    }

    private static Receipt receipt(Row row) {
        Ksuid message = row.ksuidOrNull("message_id");
        return new Receipt(
                new EndpointId(row.ksuid("endpoint_id")),
                row.text("provider_message_id"),
                message == null ? null : new MessageId(message),
                row.constant("status", Status.class),
                CircumstanceForm.readFailure(row.textOrNull("failure")),
                row.moment("at"),
                Json.Members.EMPTY);
    }

    private static UUID project(Endpoint endpoint) {
        return endpoint.scope().project().value();
    }
}
