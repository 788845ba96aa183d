package io.stele.server.store.conversation;

import io.stele.core.address.Address;
import io.stele.core.channel.Channel;
import io.stele.core.channel.EndpointId;
import io.stele.core.channel.SenderId;
import io.stele.core.conversation.Conversation;
import io.stele.core.conversation.Conversation.LastMessage;
import io.stele.core.conversation.ConversationThread;
import io.stele.core.identity.Ksuid;
import io.stele.core.message.ContentKind;
import io.stele.core.message.Direction;
import io.stele.core.message.MessageId;
import io.stele.server.store.people.Scopes;
import io.stele.server.store.sql.AddressKind;
import io.stele.server.store.sql.Ids;
import io.stele.server.store.sql.Row;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads conversations and threads, each with its person's name and its newest message. */
final class ConversationRow {

    static final String COLUMNS =
            """
            c.*, (select coalesce(k.display_name, k.profile_name) from contact k
                  where k.project_id = c.project_id and k.id = c.contact_id) as contact_name,
            (select k.username from contact k where k.project_id = c.project_id and k.id = c.contact_id) as username,
            m.continues as last_continues, m.direction as last_direction, m.channel as last_channel, m.provider_message_id as last_provider_id,
            m.content_kind as last_kind, m.created_at as last_at""";
    static final String JOINED = "left join message m on m.project_id = c.project_id and m.id = c.last_message_id";

    static final String SELECT_CONVERSATION = "select " + COLUMNS + " from conversation c " + JOINED;
    static final String SELECT_THREAD = "select " + COLUMNS + " from thread c " + JOINED;

    private ConversationRow() {}

    /** One that has fallen silent by now ended with its silence, whether or not anybody has noted that. */
    static Conversation conversation(Row row, Instant now) {
        Instant endedAt = row.momentOrNull("ended_at");
        Instant silentAt = row.moment("last_active_at").plus(Conversation.SILENCE);
        return new Conversation(
                row.uuid("id"),
                Scopes.read(row),
                new EndpointId(row.ksuid("endpoint_id")),
                address(row),
                row.uuid("contact_id"),
                row.textOrNull("contact_name"),
                row.textOrNull("username"),
                row.moment("created_at"),
                row.moment("updated_at"),
                row.moment("last_active_at"),
                endedAt == null && !now.isBefore(silentAt) ? silentAt : endedAt,
                row.momentOrNull("last_inbound_at"),
                row.momentOrNull("last_outbound_at"),
                row.number("message_count"),
                last(row, null));
    }

    static ConversationThread thread(Row row) {
        UUID sender = row.uuid("sender_id");
        return new ConversationThread(
                row.uuid("id"),
                Scopes.read(row),
                sender.equals(Ids.NONE) ? null : new SenderId(sender),
                address(row),
                row.uuid("contact_id"),
                row.textOrNull("contact_name"),
                channels(row.text("channels")),
                row.moment("created_at"),
                row.moment("updated_at"),
                row.moment("last_active_at"),
                row.number("message_count"),
                row.number("unread_count"),
                last(row, row.ksuidOrNull("last_continues")));
    }

    private static Address address(Row row) {
        return row.constant("address_kind", AddressKind.class).address(row.text("address"));
    }

    private static Set<Channel> channels(String names) {
        return Arrays.stream(names.split(","))
                .filter(name -> !name.isEmpty())
                .map(Channel::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Null also while the newest message is being replaced by another transaction's.
     *
     * @param continued the message that the newest one continues, and that a thread shows as one with it; null when there is none such
     */
    private static @Nullable LastMessage last(Row row, @Nullable Ksuid continued) {
        Ksuid id = row.ksuidOrNull("last_message_id");
        return id == null || row.momentOrNull("last_at") == null
                ? null
                : new LastMessage(
                        new MessageId(continued == null ? id : continued),
                        row.constant("last_direction", Direction.class),
                        row.constant("last_channel", Channel.class),
                        row.textOrNull("last_provider_id"),
                        row.constant("last_kind", ContentKind.class),
                        row.textOrNull("last_text"),
                        row.moment("last_at"));
    }
}
