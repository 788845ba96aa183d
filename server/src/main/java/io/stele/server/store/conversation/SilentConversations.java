package io.stele.server.store.conversation;

import io.stele.core.channel.EndpointId;
import io.stele.core.conversation.Conversation;
import io.stele.core.event.ConversationEnded;
import io.stele.core.housekeeping.Chore;
import io.stele.core.project.ProjectId;
import io.stele.core.project.Scope;
import io.stele.server.store.event.NewEvents;
import io.stele.server.store.people.Acquaintance;
import io.stele.server.store.people.Scopes;
import io.stele.server.store.sql.Database;
import io.stele.server.store.sql.Keys;
import io.stele.server.store.sql.Session;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Notes, and tells, that conversations have ended with their silence. */
@Singleton
final class SilentConversations implements Chore {

    private static final Duration REST = Duration.ofSeconds(5);
    private static final int AT_ONCE = 200;

    private record Open(
            Scope scope, UUID id, EndpointId endpoint, Instant lastActiveAt, @Nullable Instant endedAt) {

        Instant silentAt() {
            return lastActiveAt.plus(Conversation.SILENCE);
        }

        boolean endsNow(Instant now) {
            return endedAt == null && !now.isBefore(silentAt());
        }

        List<Object> key() {
            return List.of(scope.project().value(), id);
        }
    }

    private final Database database;

    SilentConversations(Database database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "Ending conversations that have fallen silent";
    }

    @Override
    public Duration rest() {
        return REST;
    }

    @Override
    public boolean doPart(Instant now) {
        return database.write(session -> look(session, now)) == AT_ONCE;
    }

    /** Looks at some whose time may have come. Whoever writes into a conversation has its correspondence locked, and so has this. */
    private static int look(Session session, Instant now) {
        List<List<Object>> due = session.list(
                row -> List.of(row.uuid("project_id"), row.uuid("conversation_id")),
                "select project_id, conversation_id from open_conversation where check_at <= ? order by check_at limit ?",
                now,
                AT_ONCE);
        if (due.isEmpty()) {
            return 0;
        }
        Keys keys = new Keys(due);
        Acquaintance.lock(
                session,
                session.list(
                        row -> new Acquaintance.Id(
                                new ProjectId(row.uuid("project_id")), row.uuid("correspondence_id")),
                        keys,
                        "select project_id, correspondence_id from conversation where (project_id, id) in :keys"));
        List<Open> open = session.list(
                row -> new Open(
                        Scopes.read(row),
                        row.uuid("id"),
                        new EndpointId(row.ksuid("endpoint_id")),
                        row.moment("last_active_at"),
                        row.momentOrNull("ended_at")),
                keys,
                """
                select project_id, mode, id, endpoint_id, last_active_at, ended_at from conversation
                where (project_id, id) in :keys order by project_id, id""");
        settle(session, due, open, now);
        return due.size();
    }

    private static void settle(Session session, List<List<Object>> due, List<Open> open, Instant now) {
        NewEvents events = new NewEvents();
        List<List<Object>> ended = new ArrayList<>();
        List<List<Object>> active = new ArrayList<>();
        List<List<Object>> over = new ArrayList<>(due);
        for (Open each : open) {
            if (each.endsNow(now)) {
                ended.add(List.of(each.silentAt(), now, each.scope().project().value(), each.id()));
                events.add(each.scope(), new ConversationEnded(each.endpoint(), each.id(), each.silentAt()));
            } else if (each.endedAt() == null) {
                over.remove(each.key());
                active.add(List.of(each.silentAt(), each.scope().project().value(), each.id()));
            }
        }
        session.batch(
                "update conversation set ended_at = ?, updated_at = ? where project_id = ? and id = ? and ended_at is null",
                ended);
        session.batch("update open_conversation set check_at = ? where project_id = ? and conversation_id = ?", active);
        session.batch("delete from open_conversation where project_id = ? and conversation_id = ?", over);
        events.write(session, now);
    }
}
