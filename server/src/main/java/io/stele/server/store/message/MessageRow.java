package io.stele.server.store.message;

import io.stele.core.channel.Channel;
import io.stele.core.channel.EndpointId;
import io.stele.core.channel.SenderId;
import io.stele.core.identity.Ksuid;
import io.stele.core.message.Cost;
import io.stele.core.message.Direction;
import io.stele.core.message.Message;
import io.stele.core.message.MessageId;
import io.stele.core.message.Status;
import io.stele.core.message.Timeline;
import io.stele.server.store.json.ChannelDetailsForm;
import io.stele.server.store.json.CircumstanceForm;
import io.stele.server.store.json.ContentForm;
import io.stele.server.store.people.Scopes;
import io.stele.server.store.people.Windows;
import io.stele.server.store.sql.AddressKind;
import io.stele.server.store.sql.Row;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes a message of its row {@code m}. */
public final class MessageRow {

    /**
     * What is selected. The contact's name is looked up for each row rather than joined: in a join of three tables PostgreSQL, as long as it knows
     * nothing about them yet, brings together what has only the project in common.
     */
    public static final String COLUMNS =
            """
            m.project_id, m.id, m.mode, m.direction, m.channel, m.endpoint_id, m.sender_id, m.from_kind, m.from_address,
            m.to_kind, m.to_address, m.content, m.context, m.referral, m.status, m.queued_at, m.sent_at, m.delivered_at,
            m.read_at, m.failed_at, m.failure, m.platform_cost, m.provider_cost, m.contact_id, m.thread_id, m.conversation_id,
            m.window_id, m.window_started_at, m.window_expires_at, m.provider_message_id, m.callback_data, m.fallback,
            m.continues, m.continued_by, m.metadata, m.created_at, m.updated_at, m.origin, m.identity, m.reports,
            (select coalesce(p.display_name, p.profile_name) from contact p
             where p.project_id = m.project_id and p.id = m.contact_id) as contact_name""";

    private MessageRow() {}

    /** The row's message. */
    public static Message message(Row row) {
        UUID sender = row.uuidOrNull("sender_id");
        return new Message(
                new MessageId(row.ksuid("id")),
                Scopes.read(row),
                row.constant("direction", Direction.class),
                row.constant("channel", Channel.class),
                new EndpointId(row.ksuid("endpoint_id")),
                sender == null ? null : new SenderId(sender),
                row.constant("from_kind", AddressKind.class).address(row.text("from_address")),
                row.constant("to_kind", AddressKind.class).address(row.text("to_address")),
                ContentForm.read(row.text("content")),
                CircumstanceForm.readContext(row.textOrNull("context")),
                CircumstanceForm.readReferral(row.textOrNull("referral")),
                row.constant("status", Status.class),
                new Timeline(
                        row.momentOrNull("queued_at"),
                        row.momentOrNull("sent_at"),
                        row.momentOrNull("delivered_at"),
                        row.momentOrNull("read_at"),
                        row.momentOrNull("failed_at")),
                CircumstanceForm.readFailure(row.textOrNull("failure")),
                new Cost(row.decimalOrNull("platform_cost"), row.decimalOrNull("provider_cost")),
                ChannelDetailsForm.read(row.text("origin"), row.textOrNull("identity"), row.textOrNull("reports")),
                row.uuid("thread_id"),
                row.uuid("conversation_id"),
                row.uuid("contact_id"),
                row.textOrNull("contact_name"),
                Windows.read(row),
                row.textOrNull("provider_message_id"),
                row.textOrNull("callback_data"),
                row.truth("fallback"),
                id(row, "continues"),
                id(row, "continued_by"),
                CircumstanceForm.readLabels(row.text("metadata")),
                row.moment("created_at"),
                row.moment("updated_at"));
    }

    private static @Nullable MessageId id(Row row, String column) {
        Ksuid id = row.ksuidOrNull(column);
        return id == null ? null : new MessageId(id);
    }
}
