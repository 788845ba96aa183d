package io.stele.server.store.message;

import io.stele.core.channel.Directory;
import io.stele.core.channel.Endpoint;
import io.stele.core.channel.EndpointId;
import io.stele.core.message.Message;
import io.stele.core.message.MessageFilter;
import io.stele.core.message.MessageId;
import io.stele.core.message.MessageLog;
import io.stele.core.page.Page;
import io.stele.core.page.PageRequest;
import io.stele.core.project.AppId;
import io.stele.core.project.Scope;
import io.stele.server.store.sql.Database;
import io.stele.server.store.sql.Listing;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds messages by id and in lists. */
@Singleton
final class StoredMessageLog implements MessageLog {

    private final Database database;
    private final Directory directory;

    StoredMessageLog(Database database, Directory directory) {
        this.database = database;
        this.directory = directory;
    }

    @Override
    public Optional<Message> message(Scope scope, MessageId id) {
        return database.read(session -> session.list(
                        MessageRow::message,
                        "select " + MessageRow.COLUMNS + " from message m " + MessageRow.CONTACT
                                + " where m.project_id = ? and m.id = ? and m.mode = ?",
                        scope.project().value(),
                        id.value(),
                        scope.mode())
                .stream()
                .findFirst()
                .map(message -> References.current(session, List.of(message)).getFirst()));
    }

    @Override
    public Optional<Message> messageOfProvider(Scope scope, String providerMessageId) {
        return database.read(session -> session.list(
                        MessageRow::message,
                        "select " + MessageRow.COLUMNS
                                + """
                                 from provider_name n
                                join message m on m.project_id = n.project_id and m.id = n.message_id
                                """
                                + MessageRow.CONTACT
                                + """
                                 where n.project_id = ? and n.provider_message_id = ? and m.mode = ?
                                order by m.id desc
                                limit 1""",
                        scope.project().value(),
                        providerMessageId,
                        scope.mode())
                .stream()
                .findFirst()
                .map(message -> References.current(session, List.of(message)).getFirst()));
    }

    @Override
    public Page<Message> messages(Scope scope, MessageFilter filter, PageRequest<MessageId> page) {
        Listing<MessageId> listing = MessageListing.of(scope, filter, appEndpoints(scope, filter.app()));
        return database.read(session -> {
            Page<Message> found =
                    listing.page(session, MessageRow::message, MessageRow.COLUMNS, MessageRow.CONTACT, page);
            return new Page<>(References.current(session, found.items()), found.older(), found.newer());
        });
    }

    @Override
    public long count(Scope scope, MessageFilter filter) {
        Listing<MessageId> listing = MessageListing.of(scope, filter, appEndpoints(scope, filter.app()));
        return database.read(listing::count);
    }

    @Override
    public Optional<byte[]> attachment(Scope scope, MessageId message, UUID attachment) {
        return database.read(session -> session.first(
                row -> row.bytes("bytes"),
                """
                select a.bytes
                from attachment a join message m on m.project_id = a.project_id and m.id = a.message_id
                where a.project_id = ? and a.message_id = ? and a.id = ? and m.mode = ?""",
                scope.project().value(),
                message.value(),
                attachment,
                scope.mode()));
    }

    private @Nullable List<EndpointId> appEndpoints(Scope scope, @Nullable AppId app) {
        return app == null
                ? null
                : directory.endpoints(scope).stream()
                        .filter(endpoint -> app.equals(endpoint.app()))
                        .map(Endpoint::id)
                        .toList();
    }
}
