package io.stele.server.store.inbound;

import io.stele.core.identity.Ksuid;
import io.stele.core.message.MessageId;
import io.stele.core.project.Scope;
import io.stele.server.store.sql.Database;
import io.stele.server.store.sql.Session;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conversation that was read up to a message. However much of it is unread, nobody who writes into the thread waits for long: it is
 * marked part by part, each in a transaction of its own, the newest first, which are those that people look at. Marking again goes on where a part
 * was not reached.
 */
record ReadThrough(Scope scope, MessageId message, UUID conversation, UUID thread) {

    private static final int PART = 500;

    /** Empty unless the message is there and came in. */
    static Optional<ReadThrough> of(Session session, Scope scope, MessageId message) {
        return session.first(
                row -> new ReadThrough(scope, message, row.uuid("conversation_id"), row.uuid("thread_id")),
                """
                select conversation_id, thread_id from message
                where project_id = ? and id = ? and mode = ? and direction = 'INBOUND'""",
                scope.project().value(),
                message.value(),
                scope.mode());
    }

    /** Marks what is unread up to the message. */
    void write(Database database, Instant at) {
        Ksuid newest = message.value();
        List<Ksuid> marked;
        do {
            Ksuid from = newest;
            marked = database.write(session -> markPart(session, from, at));
            newest = marked.isEmpty() ? newest : marked.getLast();
        } while (marked.size() == PART);
    }

    /** Marks a part of what is unread, from this message on backwards. @return what was marked, the newest first */
    private List<Ksuid> markPart(Session session, Ksuid newest, Instant at) {
        // Whoever counts in the thread locks its row first.
        Optional<Seen> locked = session.first(
                row -> new Seen(row.ksuidOrNull("seen_message_id")),
                "select seen_message_id from thread where project_id = ? and id = ? for update",
                scope.project().value(),
                thread);
        List<Ksuid> unread = unread(session, newest);
        if (locked.isEmpty() || unread.isEmpty()) {
            return List.of();
        }
        session.together(
                "update message set read_at = ?, is_unread = ?, updated_at = ? where project_id = ? and id = ?",
                unread.reversed().stream()
                        .map(id -> List.of(at, false, at, scope.project().value(), id))
                        .toList());
        session.update(
                "update thread set unread_count = greatest(0, unread_count - ?), updated_at = ? where project_id = ? and id = ?",
                unread.stream().filter(locked.get()::isBefore).count(),
                at,
                scope.project().value(),
                thread);
        return unread;
    }

    /** @param message the thread's inbound messages up to this one were seen; null when none was */
    private record Seen(@Nullable Ksuid message) {

        /** What was seen is not counted as unread, though nobody marked it. */
        boolean isBefore(Ksuid id) {
            return message == null || message.compareTo(id) < 0;
        }
    }

    /** PostgreSQL has an index of what is unread in a thread; H2 looks through the conversation. */
    private List<Ksuid> unread(Session session, Ksuid newest) {
        return session.list(
                row -> row.ksuid("id"),
                "select m.id from message m" + session.dialect().using("message_of_conversation") + " "
                        + """
                        where m.project_id = ? and m.thread_id = ? and m.conversation_id = ? and m.is_unread
                          and m.id <= ?
                        order by m.project_id, m.conversation_id, m.id desc limit ?""",
                scope.project().value(),
                thread,
                conversation,
                newest,
                PART);
    }
}
