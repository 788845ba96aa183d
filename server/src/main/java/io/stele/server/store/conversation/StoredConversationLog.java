package io.stele.server.store.conversation;

import io.stele.core.channel.Channel;
import io.stele.core.channel.EndpointId;
import io.stele.core.channel.SenderId;
import io.stele.core.conversation.Conversation;
import io.stele.core.conversation.ConversationFilter;
import io.stele.core.conversation.ConversationKey;
import io.stele.core.conversation.ConversationLog;
import io.stele.core.conversation.ConversationThread;
import io.stele.core.conversation.ThreadFilter;
import io.stele.core.event.ConversationEnded;
import io.stele.core.event.ConversationReopened;
import io.stele.core.page.Page;
import io.stele.core.page.PageRequest;
import io.stele.core.project.Scope;
import io.stele.server.store.event.NewEvents;
import io.stele.server.store.people.Acquaintance;
import io.stele.server.store.people.ContactSearch;
import io.stele.server.store.sql.Condition;
import io.stele.server.store.sql.Database;
import io.stele.server.store.sql.Listing;
import io.stele.server.store.sql.Query;
import io.stele.server.store.sql.Session;
import io.stele.server.store.sql.Strand;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lists conversations and threads by their last activity. */
@Singleton
final class StoredConversationLog implements ConversationLog {

    private static final List<String> RECENT = List.of("last_active_at", "id");

    private final Database database;
    private final InstantSource clock;

    StoredConversationLog(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Optional<Conversation> conversation(Scope scope, UUID id) {
        return database.read(session -> session.first(
                row -> ConversationRow.conversation(row, clock.instant()),
                ConversationRow.SELECT_CONVERSATION + " where c.project_id = ? and c.mode = ? and c.id = ?",
                scope.project().value(),
                scope.mode(),
                id));
    }

    @Override
    public Page<Conversation> conversations(
            Scope scope, ConversationFilter filter, PageRequest<ConversationKey> page, Instant now) {
        return database.read(session -> listing(scope, filter, now)
                .page(session, row -> ConversationRow.conversation(row, now), ConversationRow.COLUMNS, ConversationRow.JOINED, page));
    }

    /** One that fell silent before has ended with its silence. */
    @Override
    public boolean end(Scope scope, UUID id, Instant at) {
        return database.write(session -> {
            Optional<Acquaintance> owner = lockedOwner(session, scope, id);
            owner.ifPresent(known -> end(session, known, id, at));
            return owner.isPresent();
        });
    }

    private static void end(Session session, Acquaintance owner, UUID id, Instant at) {
        UUID project = owner.scope().project().value();
        int ended = session.update(
                """
                update conversation
                set ended_at = least(cast(? as timestamp with time zone), last_active_at + interval '24' hour), updated_at = ?
                where project_id = ? and id = ? and ended_at is null""",
                at,
                at,
                project,
                id);
        if (ended == 1) {
            NewEvents events = new NewEvents();
            session.first(row -> row.moment("ended_at"), "select ended_at from conversation where project_id = ? and id = ?", project, id)
                    .ifPresent(endedAt -> events.add(
                            owner.scope(), new ConversationEnded(owner.correspondence().endpoint(), id, endedAt)));
            events.write(session, at);
        }
    }

    @Override
    public boolean reopen(Scope scope, UUID id, Instant at) {
        return database.write(session -> {
            Optional<Acquaintance> owner = lockedOwner(session, scope, id);
            if (owner.isEmpty() || isAnotherActive(session, owner.get(), id, at)) {
                return false;
            }
            NewEvents events = new NewEvents();
            noteSilence(session, owner.get(), id, at, events);
            int reopened = session.update(
                    """
                    update conversation set ended_at = null, last_active_at = ?, updated_at = ?
                    where project_id = ? and id = ? and (ended_at is not null or last_active_at <= ?)""",
                    at,
                    at,
                    scope.project().value(),
                    id,
                    at.minus(Conversation.SILENCE));
            if (reopened == 1) {
                events.add(scope, new ConversationReopened(owner.get().correspondence().endpoint(), id));
            }
            session.insert(
                    "insert into open_conversation (project_id, conversation_id, check_at) values (?, ?, ?)",
                    scope.project().value(),
                    id,
                    at.plus(Conversation.SILENCE));
            session.update(
                    "update correspondence set conversation_id = ? where project_id = ? and id = ?",
                    id,
                    scope.project().value(),
                    owner.get().correspondence().id());
            events.write(session, at);
            return true;
        });
    }

    /** One that fell silent, and of which nobody has been told yet, ended with its silence. */
    private static void noteSilence(Session session, Acquaintance owner, UUID id, Instant at, NewEvents events) {
        session.first(
                        row -> row.moment("last_active_at"),
                        """
                        select last_active_at from conversation
                        where project_id = ? and id = ? and ended_at is null and last_active_at <= ?""",
                        owner.scope().project().value(),
                        id,
                        at.minus(Conversation.SILENCE))
                .ifPresent(last -> events.add(
                        owner.scope(),
                        new ConversationEnded(owner.correspondence().endpoint(), id, last.plus(Conversation.SILENCE))));
    }

    /** The correspondence of the conversation, locked, so that no message begins another conversation meanwhile. */
    private static Optional<Acquaintance> lockedOwner(Session session, Scope scope, UUID conversation) {
        return session
                .first(
                        row -> new Acquaintance.Id(scope.project(), row.uuid("correspondence_id")),
                        "select correspondence_id from conversation where project_id = ? and mode = ? and id = ?",
                        scope.project().value(),
                        scope.mode(),
                        conversation)
                .flatMap(owner -> Acquaintance.lock(session, List.of(owner)).stream().findFirst());
    }

    private static boolean isAnotherActive(Session session, Acquaintance owner, UUID conversation, Instant at) {
        UUID current = owner.conversationId();
        return current != null
                && !current.equals(conversation)
                && session.any(new Query(
                        """
                        select 1 from conversation
                        where project_id = ? and id = ? and ended_at is null and last_active_at > ?""",
                        List.of(owner.scope().project().value(), current, at.minus(Conversation.SILENCE))));
    }

    @Override
    public Optional<ConversationThread> thread(Scope scope, UUID id) {
        return database.read(session -> session.first(
                ConversationRow::thread,
                ConversationRow.SELECT_THREAD + " where c.project_id = ? and c.mode = ? and c.id = ?",
                scope.project().value(),
                scope.mode(),
                id));
    }

    @Override
    public Page<ConversationThread> threads(Scope scope, ThreadFilter filter, PageRequest<ConversationKey> page) {
        return database.read(session -> listing(scope, filter)
                .page(session, ConversationRow::thread, ConversationRow.COLUMNS, ConversationRow.JOINED, page));
    }

    @Override
    public boolean markThreadSeen(Scope scope, UUID id) {
        return database.write(session -> session.update(
                        """
                        update thread set unread_count = 0, seen_message_id = last_message_id
                        where project_id = ? and mode = ? and id = ?""",
                        scope.project().value(),
                        scope.mode(),
                        id)
                == 1);
    }

    static Listing<ConversationKey> listing(Scope scope, ThreadFilter filter) {
        UUID project = scope.project().value();
        SenderId sender = filter.sender();
        Strand strand = sender == null
                ? new Strand("thread_recent", List.of("project_id", "mode"), List.of(project, scope.mode()))
                : new Strand("thread_of_sender", List.of("project_id", "sender_id"), List.of(project, sender.value()));
        Condition rest = Condition.where("c.mode = ?", scope.mode());
        if (filter.channel() != null) {
            rest = rest.and("c.channels like ?", "%," + filter.channel().name() + ",%");
        }
        if (filter.search() != null) {
            rest = ContactSearch.find(rest, "c", filter.search());
        }
        return new Listing<>("thread", "c", RECENT, StoredConversationLog::values, List.of(strand), rest);
    }

    static Listing<ConversationKey> listing(Scope scope, ConversationFilter filter, Instant now) {
        EndpointId endpoint = filter.endpoint();
        Condition rest = Condition.where("c.mode = ?", scope.mode())
                .andIfGiven("c.channel = ?", filter.channel())
                .andIfGiven("c.endpoint_id = ?", endpoint == null ? null : endpoint.value())
                .andIfGiven("c.address = ?", filter.address())
                .andContains("c.address", filter.addressContains())
                .andIfGiven("c.last_active_at >= ?", filter.activeSince())
                .andIfGiven("c.last_active_at <= ?", filter.activeUntil())
                .andIfGiven("c.created_at >= ?", filter.createdSince())
                .andIfGiven("c.created_at <= ?", filter.createdUntil());
        return new Listing<>(
                "conversation",
                "c",
                RECENT,
                StoredConversationLog::values,
                strands(scope, filter),
                active(rest, filter.active(), now.minus(Conversation.SILENCE)));
    }

    /** By the narrowest thing that is asked for. */
    private static List<Strand> strands(Scope scope, ConversationFilter filter) {
        UUID project = scope.project().value();
        EndpointId endpoint = filter.endpoint();
        if (filter.address() != null) {
            return List.of(new Strand(
                    "conversation_of_address", List.of("project_id", "mode", "address"), List.of(project, scope.mode(), filter.address())));
        }
        if (endpoint != null) {
            return List.of(new Strand("conversation_of_endpoint", List.of("project_id", "endpoint_id"), List.of(project, endpoint.value())));
        }
        Channel channel = filter.channel();
        return (channel == null ? Stream.of(Channel.values()) : Stream.of(channel))
                .map(each -> new Strand(
                        "conversation_recent", List.of("project_id", "mode", "channel"), List.of(project, scope.mode(), each)))
                .toList();
    }

    private static Condition active(Condition condition, @Nullable Boolean active, Instant silentSince) {
        if (active == null) {
            return condition;
        }
        return active
                ? condition.and("c.ended_at is null and c.last_active_at > ?", silentSince)
                : condition.and("(c.ended_at is not null or c.last_active_at <= ?)", silentSince);
    }

    private static List<?> values(ConversationKey key) {
        return List.of(key.lastActiveAt(), key.id());
    }
}
