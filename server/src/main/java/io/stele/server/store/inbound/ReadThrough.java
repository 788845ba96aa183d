package io.stele.server.store.inbound;

import io.stele.core.message.MessageId;
import io.stele.core.project.Scope;
import io.stele.server.store.sql.Session;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A conversation that was read up to a message. */
record ReadThrough(Session session, Scope scope, MessageId message, UUID conversation, UUID thread) {

    /** Empty unless the message is there and came in. */
    static Optional<ReadThrough> of(Session session, Scope scope, MessageId message) {
        return session.first(
                row -> new ReadThrough(
                        session, scope, message, row.uuid("conversation_id"), row.uuid("thread_id")),
                """
                select conversation_id, thread_id from message
                where project_id = ? and id = ? and mode = ? and direction = 'INBOUND'""",
                scope.project().value(),
                message.value(),
                scope.mode());
    }

    /** Marks what is unread up to the message. @return how many were */
    int write(Instant at) {
        // The thread's row is locked first, so that what is counted below is not counted by two at once.
        session.update(
                "update thread set updated_at = ? where project_id = ? and id = ?",
                at,
                scope.project().value(),
                thread);
        int read = session.update(
                """
                update message set read_at = ?, updated_at = ?
                where project_id = ? and thread_id = ? and direction = 'INBOUND' and read_at is null and id <= ?
                  and conversation_id = ?""",
                at,
                at,
                scope.project().value(),
                thread,
                message.value(),
                conversation);
        session.update(
                """
                update thread
                set unread_count = (select count(*) from message m
                                    where m.project_id = thread.project_id and m.thread_id = thread.id
                                      and m.direction = 'INBOUND' and m.read_at is null
                                      and (thread.seen_message_id is null or m.id > thread.seen_message_id))
                where project_id = ? and id = ?""",
                scope.project().value(),
                thread);
        return read;
    }
}
