package io.stele.server.store.project;

import io.stele.core.channel.EndpointId;
import io.stele.core.channel.Sender;
import io.stele.core.channel.SenderBook;
import io.stele.core.channel.SenderChange;
import io.stele.core.channel.SenderId;
import io.stele.core.project.Mode;
import io.stele.core.project.Scope;
import io.stele.server.store.sql.Database;
import io.stele.server.store.sql.Row;
import io.stele.server.store.sql.Session;
import io.stele.server.store.sql.Values;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Changes senders one after the other within a project, so that exactly one of a scope is the default. */
@Singleton
public final class StoredSenderBook implements SenderBook {

    private final Database database;
    private final StoredDirectory directory;
    private final List<SenderLeaving> leavings;
    private final InstantSource clock;

    StoredSenderBook(
            Database database, StoredDirectory directory, List<SenderLeaving> leavings, InstantSource clock) {
        this.database = database;
        this.directory = directory;
        this.leavings = leavings;
        this.clock = clock;
    }

    @Override
    public List<Sender> senders(Scope scope) {
        return database.read(session -> session.list(
                StoredSenderBook::read,
                "select * from sender where project_id = ? and mode = ? order by created_at, id",
                scope.project().value(),
                scope.mode()));
    }

    @Override
    public Optional<Sender> sender(Scope scope, SenderId id) {
        return database.read(session -> sender(session, scope, id));
    }

    @Override
    public Optional<Sender> add(Sender sender, Collection<EndpointId> endpoints) {
        Optional<Sender> added = database.write(session -> {
            ProjectLock.take(session, sender.scope());
            return add(session, sender, endpoints);
        });
        forget(sender.scope());
        return added;
    }

    /** The same, within a transaction that holds the {@link ProjectLock} and after which {@link #forget} is called. */
    public Optional<Sender> add(Session session, Sender sender, Collection<EndpointId> endpoints) {
        Scope scope = sender.scope();
        if (!areFree(session, scope, endpoints)) {
            return Optional.empty();
        }
        boolean isDefault = sender.isDefault() || !hasDefault(session, scope);
        if (isDefault) {
            clearDefault(session, scope);
        }
        SenderRow row = SenderRow.of(sender);
        session.update(
                "insert into sender (project_id, id, mode, name, default_sender, created_at) values (?, ?, ?, ?, ?, ?)",
                row.projectId(),
                row.id(),
                row.mode(),
                row.name(),
                isDefault,
                row.createdAt());
        endpoints.forEach(endpoint -> session.update(
                "update endpoint set sender_id = ?, updated_at = ? where project_id = ? and id = ?",
                row.id(),
                clock.instant(),
                row.projectId(),
                endpoint.value()));
        return sender(session, scope, sender.id());
    }

    /** Forgets what this node knows of the scope's senders. */
    public void forget(Scope scope) {
        directory.refresh(scope.project());
    }

    @Override
    public Optional<Sender> change(Scope scope, SenderId id, SenderChange change) {
        Optional<Sender> changed = database.write(session -> {
            ProjectLock.take(session, scope);
            Optional<Sender> before = sender(session, scope, id);
            before.ifPresent(sender -> write(session, sender, change));
            return before.flatMap(_ -> sender(session, scope, id));
        });
        forget(scope);
        return changed;
    }

    private static void write(Session session, Sender sender, SenderChange change) {
        if (change.makeDefault()) {
            clearDefault(session, sender.scope());
        }
        session.update(
                "update sender set name = ?, default_sender = ? where project_id = ? and id = ?",
                change.name() == null ? sender.name() : Values.storable(change.name()),
                change.makeDefault() || sender.isDefault(),
                sender.scope().project().value(),
                sender.id().value());
    }

    @Override
    public Removal remove(Scope scope, SenderId id) {
        Removal removal = database.write(session -> {
            ProjectLock.take(session, scope);
            Optional<Sender> sender = sender(session, scope, id);
            if (sender.isEmpty()) {
                return Removal.UNKNOWN;
            }
            if (sender.get().isDefault()) {
                return Removal.REFUSED;
            }
            session.update(
                    "update endpoint set sender_id = null, updated_at = ? where project_id = ? and sender_id = ?",
                    clock.instant(),
                    scope.project().value(),
                    id.value());
            session.update("delete from sender where project_id = ? and id = ?", scope.project().value(), id.value());
            leavings.forEach(leaving -> leaving.leave(session, scope, id));
            return Removal.REMOVED;
        });
        forget(scope);
        return removal;
    }

    /** Whether all of these are the scope's, and no sender uses them. */
    private static boolean areFree(Session session, Scope scope, Collection<EndpointId> endpoints) {
        return endpoints.stream()
                .allMatch(endpoint -> session.first(
                                row -> row.ksuid("id"),
                                """
                                select id from endpoint
                                where project_id = ? and mode = ? and id = ? and sender_id is null for update""",
                                scope.project().value(),
                                scope.mode(),
                                endpoint.value())
                        .isPresent());
    }

    private static boolean hasDefault(Session session, Scope scope) {
        return session.first(
                        row -> row.uuid("id"),
                        "select id from sender where project_id = ? and mode = ? and default_sender = true",
                        scope.project().value(),
                        scope.mode())
                .isPresent();
    }

    private static void clearDefault(Session session, Scope scope) {
        session.update(
                "update sender set default_sender = false where project_id = ? and mode = ? and default_sender = true",
                scope.project().value(),
                scope.mode());
    }

    /** The sender with this id, as it is in the transaction. */
    public static Optional<Sender> sender(Session session, Scope scope, SenderId id) {
        return session.first(
                StoredSenderBook::read,
                "select * from sender where project_id = ? and mode = ? and id = ?",
                scope.project().value(),
                scope.mode(),
                id.value());
    }

    private static Sender read(Row row) {
        return new SenderRow(
                        row.uuid("id"),
                        row.uuid("project_id"),
                        row.constant("mode", Mode.class),
                        row.text("name"),
                        row.truth("default_sender"),
                        row.moment("created_at"))
                .sender();
    }
}
