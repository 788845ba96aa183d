package io.stele.server.store.message;

import io.stele.core.channel.SenderId;
import io.stele.core.intake.AttachmentBytes;
import io.stele.core.message.Content;
import io.stele.core.message.Direction;
import io.stele.core.message.Email;
import io.stele.core.message.Media;
import io.stele.core.message.Message;
import io.stele.core.message.MessageId;
import io.stele.core.message.Timeline;
import io.stele.core.project.ProjectId;
import io.stele.server.store.json.ChannelDetailsForm;
import io.stele.server.store.json.CircumstanceForm;
import io.stele.server.store.json.ContentForm;
import io.stele.server.store.people.Windows;
import io.stele.server.store.sql.AddressKind;
import io.stele.server.store.sql.Session;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes messages, and reads them by their ids. */
public final class Messages {

    private static final String INSERT =
            """
            insert into message (project_id, id, mode, direction, channel, endpoint_id, sender_id, from_kind, from_address,
                                 to_kind, to_address, content_kind, has_media, content, context, referral, status, queued_at,
                                 sent_at, delivered_at, read_at, failed_at, failure, platform_cost, provider_cost, contact_id,
                                 correspondence_id, thread_id, conversation_id, window_id, window_started_at,
                                 window_expires_at, provider_message_id, callback_data, fallback, metadata, created_at,
                                 updated_at, origin, identity, reports, continues, is_unread)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
                    ?, ?, ?, ?, ?, ?, ?)""";

    private Messages() {}

    /** A message with the correspondence that it is part of, and the bytes that go with it. */
    public record Entry(Message message, UUID correspondence, List<AttachmentBytes> attachments) {}

    /** Writes new messages with their attachments, and how many there are. */
    public static void insert(Session session, List<Entry> entries) {
        session.together(INSERT, entries.stream().map(Messages::values).toList());
        session.together(
                MessageTally.INSERT,
                MessageTally.of(entries.stream().map(Entry::message).toList()).stream()
                        .map(MessageTally::values)
                        .toList());
        List<List<Object>> attachments = new ArrayList<>();
        entries.forEach(entry -> entry.attachments()
                .forEach(attachment -> attachments.add(List.of(
                        entry.message().scope().project().value(), entry.message().id().value(), attachment.id(),
                        attachment.bytes()))));
        session.batch("insert into attachment (project_id, message_id, id, bytes) values (?, ?, ?, ?)", attachments);
    }

    private static List<@Nullable Object> values(Entry entry) {
        Message message = entry.message();
        SenderId sender = message.sender();
        Timeline timeline = message.timeline();
        List<@Nullable Object> values = new ArrayList<>();
        values.add(message.scope().project().value());
        values.add(message.id().value());
        values.add(message.scope().mode());
        values.add(message.direction());
        values.add(message.channel());
        values.add(message.endpoint().value());
        values.add(sender == null ? null : sender.value());
        values.add(AddressKind.of(message.from()));
        values.add(message.from().value());
        values.add(AddressKind.of(message.to()));
        values.add(message.to().value());
        values.add(message.kind());
        values.add(carriesFile(message.content()));
        values.add(ContentForm.write(message.content()));
        values.add(CircumstanceForm.write(message.context()));
        values.add(CircumstanceForm.write(message.referral()));
        values.add(message.status());
        values.add(timeline.queuedAt());
        values.add(timeline.sentAt());
        values.add(timeline.deliveredAt());
        values.add(timeline.readAt());
        values.add(timeline.failedAt());
        values.add(CircumstanceForm.write(message.failure()));
        values.add(message.cost().platform());
        values.add(message.cost().provider());
        values.add(message.contactId());
        values.add(entry.correspondence());
        values.add(message.threadId());
        values.add(message.conversationId());
        values.addAll(Windows.values(message.window()));
        values.add(message.providerMessageId());
        values.add(message.callbackData());
        values.add(message.fallback());
        values.add(CircumstanceForm.write(message.metadata()));
        values.add(message.createdAt());
        values.add(message.updatedAt());
        values.addAll(ChannelDetailsForm.write(message.details()));
        values.add(message.continues() == null ? null : message.continues().value());
        values.add(message.direction() == Direction.INBOUND && timeline.readAt() == null);
        return values;
    }

    /** Whether the message itself is a file or has files with it; a picture above buttons does not count. */
    private static boolean carriesFile(Content content) {
        return content instanceof Media || content instanceof Email email && !email.attachments().isEmpty();
    }

    /** The messages with these ids, by id. The lists go together position by position. */
    public static Map<MessageId, Message> byId(Session session, List<ProjectId> projects, List<MessageId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        List<Message> found = session.list(
                MessageRow::message,
                "select " + MessageRow.COLUMNS + " from unnest(cast(? as uuid array), cast(? as bytea array)) as k(project_id, id)"
                        + " join message m on m.project_id = k.project_id and m.id = k.id",
                projects.stream().map(ProjectId::value).toList(),
                ids.stream().map(MessageId::value).toList());
        Map<MessageId, Message> byId = new HashMap<>();
        References.current(session, found).forEach(message -> byId.put(message.id(), message));
        return byId;
    }
}
