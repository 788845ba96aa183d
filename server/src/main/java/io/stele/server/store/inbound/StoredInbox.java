package io.stele.server.store.inbound;

import io.stele.core.delivery.FailureFollowUp;
import io.stele.core.identity.KsuidGenerator;
import io.stele.core.inbound.InboundStore;
import io.stele.core.inbound.ProviderMessage;
import io.stele.core.inbound.Receipt;
import io.stele.core.message.Message;
import io.stele.core.message.MessageId;
import io.stele.core.project.Scope;
import io.stele.server.store.delivery.ReceiptMerge;
import io.stele.server.store.sql.Database;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** Writes each call in one transaction, but for read marks, which may be many. */
@Singleton
final class StoredInbox implements InboundStore {

    private final Database database;
    private final ReceiptMerge receipts;
    private final KsuidGenerator ids;

    StoredInbox(Database database, ReceiptMerge receipts, KsuidGenerator ids) {
        this.database = database;
        this.receipts = receipts;
        this.ids = ids;
    }

    @Override
    public List<Message> receive(List<? extends ProviderMessage> messages, List<MessageId> newIds, Instant now) {
        if (messages.size() != newIds.size()) {
            throw new IllegalArgumentException("there is an id for each message");
        }
        return messages.isEmpty()
                ? List.of()
                : database.write(session -> new Arrival(session, messages, newIds, ids, now).write());
    }

    @Override
    public void apply(List<Receipt> reported, FailureFollowUp followUp, Instant now) {
        if (!reported.isEmpty()) {
            database.write(session -> {
                receipts.apply(session, reported, followUp, now);
                return reported.size();
            });
        }
    }

    @Override
    public void markRead(Scope scope, MessageId message, Instant at) {
        database.read(session -> ReadThrough.of(session, scope, message)).ifPresent(read -> read.write(database, at));
    }
}
