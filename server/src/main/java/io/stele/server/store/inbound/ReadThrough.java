package io.stele.server.store.inbound;

import io.stele.core.identity.Ksuid;
import io.stele.core.message.MessageId;
import io.stele.core.project.Scope;
import io.stele.server.store.sql.Query;
import io.stele.server.store.sql.Session;
import java.time.Instant;
import java.util.List;
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
        List<Ksuid> unread = session.list(
                row -> row.ksuid("id"),
                "select m.id from message m" + session.dialect().using("message_of_thread") + " "
                        + """
                        where m.project_id = ? and m.thread_id = ? and m.direction = 'INBOUND' and m.read_at is null
                          and m.id <= ? and m.conversation_id = ?""",
                scope.project().value(),
                thread,
                message.value(),
                conversation);
        session.batch(
                "update message set read_at = ?, updated_at = ? where project_id = ? and id = ? and read_at is null",
                unread.stream()
                        .map(id -> List.of(at, at, scope.project().value(), id))
                        .toList());
        session.update(
                "update thread set unread_count = ? where project_id = ? and id = ?",
                stillUnread(),
                scope.project().value(),
                thread);
        return unread.size();
    }

    /** What was seen is not unread, though nobody marked it. */
    private long stillUnread() {
        return session.number(new Query(
                "select count(*) as n from thread t join message m" + session.dialect().using("message_of_thread") + " "
                        + """
                        on m.project_id = t.project_id and m.thread_id = t.id
                        where t.project_id = ? and t.id = ? and m.direction = 'INBOUND' and m.read_at is null
                          and (t.seen_message_id is null or m.id > t.seen_message_id)""",
                List.of(scope.project().value(), thread)));
    }
}
