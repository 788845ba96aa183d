package io.stele.server.store.message;

import io.stele.core.address.Address;
import io.stele.core.channel.Directory;
import io.stele.core.channel.Endpoint;
import io.stele.core.channel.EndpointId;
import io.stele.core.message.Course;
import io.stele.core.message.Message;
import io.stele.core.message.MessageFilter;
import io.stele.core.message.MessageId;
import io.stele.core.message.MessageLog;
import io.stele.core.page.Page;
import io.stele.core.page.PageRequest;
import io.stele.core.project.AppId;
import io.stele.core.project.Scope;
import io.stele.server.store.sql.AddressKind;
import io.stele.server.store.sql.Condition;
import io.stele.server.store.sql.Database;
import io.stele.server.store.sql.Listing;
import io.stele.server.store.sql.Session;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds messages by id and in lists. */
@Singleton
final class StoredMessageLog implements MessageLog {

    private static final int MOST_THREADS = 50;

    private final Database database;
    private final MessagesById byId;
    private final Directory directory;

    StoredMessageLog(Database database, MessagesById byId, Directory directory) {
        this.database = database;
        this.byId = byId;
        this.directory = directory;
    }

    @Override
    public Optional<Message> message(Scope scope, MessageId id) {
        return byId.message(scope, id);
    }

    @Override
    public Optional<Message> messageOfProvider(Scope scope, String providerMessageId) {
        return database.read(session -> session.list(
                        MessageRow::message,
                        "select " + MessageRow.COLUMNS
                                + """
                                 from provider_name n
                                join message m on m.project_id = n.project_id and m.id = n.message_id
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
        return database.read(session -> {
            Page<Message> found = listing(session, scope, filter)
                    .page(session, MessageRow::message, MessageRow.COLUMNS, "", page);
            return new Page<>(References.current(session, found.items()), found.older(), found.newer());
        });
    }

    @Override
    public List<Course> courses(Scope scope, List<Message> messages) {
        Set<MessageId> others = new LinkedHashSet<>();
        for (Message message : messages) {
            if (message.continues() != null) {
                others.add(message.continues());
            }
            if (message.continuedBy() != null) {
                others.add(message.continuedBy());
            }
        }
        Map<MessageId, Message> found = others.isEmpty()
                ? Map.of()
                : database.read(session ->
                        Messages.byId(session, Collections.nCopies(others.size(), scope.project()), List.copyOf(others)));
        List<Course> courses = new ArrayList<>(messages.size());
        messages.forEach(message -> courses.add(course(message, found)));
        return courses;
    }

    private static Course course(Message message, Map<MessageId, Message> others) {
        MessageId first = message.continues();
        MessageId next = message.continuedBy();
        if (first != null) {
            return new Course(Objects.requireNonNull(others.get(first)), message);
        }
        return next == null ? Course.of(message) : new Course(message, Objects.requireNonNull(others.get(next)));
    }

    @Override
    public long count(Scope scope, MessageFilter filter) {
        return database.read(session -> MessageCounts.answer(filter)
                ? MessageCounts.count(session, scope, filter, appEndpoints(scope, filter.app()))
                : listing(session, scope, filter).count(session));
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

    private Listing<MessageId> listing(Session session, Scope scope, MessageFilter filter) {
        return MessageListing.of(
                session.dialect(), scope, filter, appEndpoints(scope, filter.app()), threads(session, scope, filter));
    }

    /**
     * The threads of the people who are asked for, when they are few: then their messages are found by them, and the others need not
     * be looked at. Null when they are many, or when nobody is asked for: then a page is soon full.
     */
    private static @Nullable List<UUID> threads(Session session, Scope scope, MessageFilter filter) {
        Address person = filter.contact();
        Condition people = Condition.where("a.project_id = ? and a.mode = ?", scope.project().value(), scope.mode())
                .andIfGiven("a.address = ?", person == null ? null : person.value())
                .andIfGiven("a.address_kind = ?", person == null ? null : AddressKind.of(person));
        if (person == null) {
            if (filter.contactContains() == null) {
                return null;
            }
            people = people.andContains("a.address", filter.contactContains());
        }
        List<UUID> threads = session.list(
                row -> row.uuid("id"),
                """
                select distinct t.id from contact_address a
                join thread t on t.project_id = a.project_id and t.contact_id = a.contact_id
                where %s limit %d"""
                        .formatted(people.sql(), MOST_THREADS + 1),
                people.values().toArray());
        return threads.size() > MOST_THREADS ? null : threads;
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
