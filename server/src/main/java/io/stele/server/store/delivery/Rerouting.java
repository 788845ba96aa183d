package io.stele.server.store.delivery;

import com.github.f4b6a3.uuid.UuidCreator;
import io.stele.core.channel.Endpoint;
import io.stele.core.message.Message;
import io.stele.core.message.Status;
import io.stele.server.store.sql.AddressKind;
import io.stele.server.store.sql.Session;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Sends a message by another endpoint of its sender. It stays the same message, in the same thread and conversation; to the new endpoint's
 * provider it is a new one.
 */
final class Rerouting {

    private Rerouting() {}

    /** The caller has locked the message's present correspondence. */
    static void move(Session session, Message message, Endpoint endpoint, Instant dueAt, Instant now) {
        UUID project = message.scope().project().value();
        UUID lane = correspondence(session, message, endpoint, now);
        session.update(
                """
                update message set channel = ?, endpoint_id = ?, correspondence_id = ?, from_kind = ?, from_address = ?, status = ?,
                sent_at = null, failed_at = null, failure = null, provider_message_id = null, window_id = null,
                window_started_at = null, window_expires_at = null, updated_at = ?
                where project_id = ? and id = ?""",
                endpoint.channel(),
                endpoint.id().value(),
                lane,
                AddressKind.of(endpoint.address()),
                endpoint.address().value(),
                Status.QUEUED,
                now,
                project,
                message.id().value());
        session.update(
                """
                update thread set channels = case when channels like ? then channels else channels || ? end
                where project_id = ? and id = ?""",
                "%," + endpoint.channel().name() + ",%",
                endpoint.channel().name() + ",",
                project,
                message.threadId());
        Lanes.enqueue(
                session,
                List.of(new Lanes.Waiting(message.scope().project(), lane, message.id(), now, dueAt)));
    }

    private static UUID correspondence(Session session, Message message, Endpoint endpoint, Instant now) {
        UUID project = message.scope().project().value();
        AddressKind kind = AddressKind.of(message.to());
        session.update(
                """
                insert into correspondence (project_id, id, mode, endpoint_id, address_kind, address, contact_id, thread_id,
                delivered, failed, created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, 0, 0, ?) on conflict do nothing""",
                project,
                UuidCreator.getTimeOrderedEpoch(),
                message.scope().mode(),
                endpoint.id().value(),
                kind,
                message.to().value(),
                message.contactId(),
                message.threadId(),
                now);
        return session.first(
                        row -> row.uuid("id"),
                        """
                        select id from correspondence
                        where project_id = ? and endpoint_id = ? and address_kind = ? and address = ? for update""",
                        project,
                        endpoint.id().value(),
                        kind,
                        message.to().value())
                .orElseThrow();
    }
}
