package io.stele.server.store.people;

import com.github.f4b6a3.uuid.UuidCreator;
import io.stele.core.channel.Channel;
import io.stele.core.conversation.Conversation;
import io.stele.core.conversation.Correspondence;
import io.stele.core.event.ConversationEnded;
import io.stele.core.message.Direction;
import io.stele.core.message.Message;
import io.stele.core.message.MessageId;
import io.stele.core.message.PlainText;
import io.stele.core.project.Scope;
import io.stele.server.store.event.NewEvents;
import io.stele.server.store.sql.AddressKind;
import io.stele.server.store.sql.Row;
import io.stele.server.store.sql.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A conversation while a transaction adds to it. The lock of its correspondence is held. */
final class Stretch {

    private final Acquaintance acquaintance;
    private final UUID id;
    private final boolean fresh;
    private final Channel channel;
    private final Instant createdAt;
    private Instant updatedAt;
    private Instant lastActiveAt;
    private @Nullable Instant endedAt;
    private @Nullable Instant lastInboundAt;
    private @Nullable Instant lastOutboundAt;
    private long messageCount;
    private @Nullable MessageId lastMessage;
    private @Nullable String lastText;
    private boolean changed;

    /** A conversation that begins now. */
    Stretch(Acquaintance acquaintance, Channel channel, Instant now) {
        this.acquaintance = acquaintance;
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.fresh = true;
        this.channel = channel;
        this.createdAt = now;
        this.updatedAt = now;
        this.lastActiveAt = now;
        this.changed = true;
    }

    private Stretch(Acquaintance acquaintance, Row row) {
        this.acquaintance = acquaintance;
        this.id = row.uuid("id");
        this.fresh = false;
        this.channel = row.constant("channel", Channel.class);
        this.createdAt = row.moment("created_at");
        this.updatedAt = row.moment("updated_at");
        this.lastActiveAt = row.moment("last_active_at");
        this.endedAt = row.momentOrNull("ended_at");
        this.lastInboundAt = row.momentOrNull("last_inbound_at");
        this.lastOutboundAt = row.momentOrNull("last_outbound_at");
        this.messageCount = row.number("message_count");
        var last = row.ksuidOrNull("last_message_id");
        this.lastMessage = last == null ? null : new MessageId(last);
        this.lastText = row.textOrNull("last_text");
    }

    /** The newest conversation of each correspondence that has one, by the correspondence. */
    static Map<Acquaintance.Id, Stretch> newest(Session session, Collection<Acquaintance> acquaintances) {
        Map<UUID, Acquaintance> owners = new HashMap<>();
        List<UUID> projects = new ArrayList<>();
        List<UUID> conversations = new ArrayList<>();
        for (Acquaintance acquaintance : acquaintances) {
            UUID conversation = acquaintance.conversationId();
            if (conversation != null) {
                owners.put(conversation, acquaintance);
                projects.add(acquaintance.scope().project().value());
                conversations.add(conversation);
            }
        }
        Map<Acquaintance.Id, Stretch> newest = new HashMap<>();
        if (!conversations.isEmpty()) {
            session.each(
                    row -> {
                        Acquaintance owner = owners.get(row.uuid("id"));
                                if (owner == null) {
                                    throw new IllegalStateException("a conversation that nobody asked for");
                                }
                                newest.put(owner.id(), new Stretch(owner, row));
                            },
                            """
                            select v.id, v.channel, v.created_at, v.updated_at, v.last_active_at, v.ended_at,
                                   v.last_inbound_at, v.last_outbound_at, v.message_count, v.last_message_id, v.last_text
                            from unnest(cast(? as uuid array), cast(? as uuid array)) as k(project_id, id)
                            join conversation v on v.project_id = k.project_id and v.id = k.id""",
                            projects,
                            conversations);
        }
        return newest;
    }

    UUID id() {
        return id;
    }

    boolean isFresh() {
        return fresh;
    }

    boolean isActiveAt(Instant moment) {
        return endedAt == null && moment.isBefore(lastActiveAt.plus(Conversation.SILENCE));
    }

    /** Whether no message has been added yet. */
    boolean isEmpty() {
        return messageCount == 0;
    }

    /** Notes that another conversation begins: this one ended with its silence, if not before. */
    void close(NewEvents events) {
        if (endedAt == null) {
            Instant end = lastActiveAt.plus(Conversation.SILENCE);
            endedAt = end;
            changed = true;
            events.add(
                    acquaintance.scope(),
                    new ConversationEnded(acquaintance.correspondence().endpoint(), id, end));
        }
    }

    void add(Message message, Instant now) {
        messageCount++;
        updatedAt = now;
        lastActiveAt = later(lastActiveAt, now);
        if (message.direction() == Direction.INBOUND) {
            lastInboundAt = later(lastInboundAt, message.createdAt());
        } else {
            lastOutboundAt = later(lastOutboundAt, message.createdAt());
        }
        if (lastMessage == null || lastMessage.compareTo(message.id()) < 0) {
            lastMessage = message.id();
            lastText = PlainText.snippet(message.content()).orElse(null);
        }
        changed = true;
    }

    private static Instant later(@Nullable Instant known, Instant other) {
        return known == null || known.isBefore(other) ? other : known;
    }

    /** Writes these conversations where they are new or have changed. */
    static void write(Session session, Collection<Stretch> stretches) {
        session.together(
                """
                insert into conversation (updated_at, last_active_at, ended_at, last_inbound_at, last_outbound_at, message_count,
                                          last_message_id, last_text, project_id, id, mode, correspondence_id, channel,
                                          endpoint_id, address_kind, address, contact_id, created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                stretches.stream()
                        .filter(stretch -> stretch.fresh)
                        .map(stretch -> {
                            Correspondence owner = stretch.acquaintance.correspondence();
                            Scope scope = stretch.acquaintance.scope();
                            return stretch.values(
                                    scope.project().value(), stretch.id, scope.mode(), owner.id(), stretch.channel,
                                    owner.endpoint().value(), AddressKind.of(owner.address()), owner.address().value(),
                                    owner.contactId(), stretch.createdAt);
                        })
                        .toList());
        session.together(
                "insert into open_conversation (project_id, conversation_id, check_at) values (?, ?, ?)",
                stretches.stream()
                        .filter(stretch -> stretch.fresh)
                        .map(stretch -> List.of(
                                stretch.acquaintance.scope().project().value(), stretch.id,
                                stretch.createdAt.plus(Conversation.SILENCE)))
                        .toList());
        session.together(
                """
                update conversation set updated_at = ?, last_active_at = ?, ended_at = ?, last_inbound_at = ?,
                                        last_outbound_at = ?, message_count = ?, last_message_id = ?, last_text = ?
                where project_id = ? and id = ?""",
                stretches.stream()
                        .filter(stretch -> stretch.changed && !stretch.fresh)
                        .map(stretch -> stretch.values(stretch.acquaintance.scope().project().value(), stretch.id))
                        .toList());
    }

    private List<@Nullable Object> values(Object... further) {
        List<@Nullable Object> values = new ArrayList<>(Arrays.<@Nullable Object>asList(
                updatedAt, lastActiveAt, endedAt, lastInboundAt, lastOutboundAt, messageCount,
                lastMessage == null ? null : lastMessage.value(), lastText));
        values.addAll(Arrays.asList(further));
        return values;
    }
}
