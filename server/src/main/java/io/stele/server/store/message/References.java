package io.stele.server.store.message;

import io.stele.core.message.Content;
import io.stele.core.message.Context;
import io.stele.core.message.Message;
import io.stele.core.message.MessageId;
import io.stele.core.message.MessageReference;
import io.stele.core.message.Reaction;
import io.stele.server.store.sql.Session;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Brings references up to date. A message that was quoted before its provider had named it is stored without that name; it is
 * looked up when the quoting message is read, so that a connector finds the name which its provider knows.
 */
final class References {

    private References() {}

    /** The messages, with the names that have become known. One query, and none when nothing is missing. */
    static List<Message> current(Session session, List<Message> messages) {
        List<UUID> projects = new ArrayList<>();
        List<MessageId> nameless = new ArrayList<>();
        for (Message message : messages) {
            for (MessageReference reference : of(message)) {
                MessageId id = reference.id();
                if (id != null && reference.providerMessageId() == null) {
                    projects.add(message.scope().project().value());
                    nameless.add(id);
                }
            }
        }
        if (nameless.isEmpty()) {
            return messages;
        }
        Map<MessageId, String> names = new HashMap<>();
        session.each(row -> names.put(new MessageId(row.ksuid("id")), row.text("provider_message_id")),
                """
                select m.id, m.provider_message_id
                from unnest(cast(? as uuid array), cast(? as bytea array)) as k(project_id, id)
                join message m on m.project_id = k.project_id and m.id = k.id
                where m.provider_message_id is not null""",
                projects,
                nameless.stream().map(MessageId::value).toList());
        return names.isEmpty()
                ? messages
                : messages.stream().map(message -> named(message, names)).toList();
    }

    private static List<MessageReference> of(Message message) {
        List<MessageReference> references = new ArrayList<>();
        Context.Quote quote = message.context().quote();
        if (quote != null) {
            references.add(quote.message());
        }
        if (message.content() instanceof Reaction reaction) {
            references.add(reaction.target());
        }
        return references;
    }

    private static Message named(Message message, Map<MessageId, String> names) {
        return new Message(
                message.id(), message.scope(), message.direction(), message.channel(), message.endpoint(),
                message.sender(), message.from(), message.to(), named(message.content(), names),
                named(message.context(), names), message.referral(), message.status(), message.timeline(),
                message.failure(), message.cost(), message.details(), message.threadId(), message.conversationId(), message.contactId(),
                message.contactName(), message.window(), message.providerMessageId(), message.callbackData(),
                message.fallback(), message.continues(), message.continuedBy(), message.metadata(), message.createdAt(), message.updatedAt());
    }

    private static Content named(Content content, Map<MessageId, String> names) {
        return content instanceof Reaction(var target, var emoji) ? new Reaction(named(target, names), emoji) : content;
    }

    private static Context named(Context context, Map<MessageId, String> names) {
        Context.Quote quote = context.quote();
        return quote == null
                ? context
                : new Context(
                        new Context.Quote(named(quote.message(), names), quote.from(), quote.text(), quote.kind()),
                        context.forwarded(),
                        context.frequentlyForwarded(),
                        context.product());
    }

    private static MessageReference named(MessageReference reference, Map<MessageId, String> names) {
        MessageId id = reference.id();
        String known = reference.providerMessageId();
        @Nullable String name = known == null && id != null ? names.get(id) : known;
        return new MessageReference(id, reference.direction(), name);
    }
}
