package io.stele.server.store.project;

import io.micronaut.context.BeanProvider;
import io.stele.core.channel.Endpoint;
import io.stele.core.channel.EndpointId;
import io.stele.core.channel.SenderId;
import io.stele.core.connection.NewNumber;
import io.stele.core.connection.NumberChange;
import io.stele.core.connection.NumberStore;
import io.stele.core.event.EndpointDisconnected;
import io.stele.server.secret.SecretKeys;
import io.stele.server.store.event.Events;
import io.stele.server.store.sql.Database;
import io.stele.server.store.sql.Session;
import io.stele.server.store.sql.SqlCauses;
import io.stele.server.store.sql.StoreException;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Writes numbers. Whoever connects one locks the project's default sender first, then the endpoint. */
@Singleton
final class StoredNumbers implements NumberStore {

    private static final Set<String> UNIQUE_VIOLATION = Set.of("23505");

    private final Database database;
    private final BeanProvider<SecretKeys> keys;
    private final StoredDirectory directory;
    private final StoredEndpointSettings settings;

    StoredNumbers(
            Database database,
            BeanProvider<SecretKeys> keys,
            StoredDirectory directory,
            StoredEndpointSettings settings) {
        this.database = database;
        this.keys = keys;
        this.directory = directory;
        this.settings = settings;
    }

    @Override
    public Optional<Endpoint> connected(String phoneNumberId) {
        return database.read(session -> session.first(
                CurrentEndpoints::endpoint, "select * from endpoint where connected_number_id = ?", phoneNumberId));
    }

    @Override
    public Optional<Endpoint> connect(NewNumber number, EndpointId endpoint, SenderId sender, Instant now) {
        SecretKeys sealing = keys.get();
        return noticed(unlessTaken(
                session -> new Connecting(session, sealing, number, now).connect(endpoint, sender)));
    }

    @Override
    public Optional<Endpoint> change(Endpoint endpoint, NumberChange change, Instant now) {
        return noticed(unlessTaken(session -> changed(session, endpoint, change, now)));
    }

    @Override
    public boolean disconnect(Endpoint endpoint, Instant now) {
        boolean done = database.write(session -> disconnected(session, endpoint, now));
        noticed(Optional.of(endpoint));
        return done;
    }

    private Optional<Endpoint> changed(Session session, Endpoint endpoint, NumberChange change, Instant now) {
        Optional<Endpoint> current = session.first(
                CurrentEndpoints::endpoint,
                "select * from endpoint where project_id = ? and id = ? and disconnected_at is null for update",
                endpoint.scope().project().value(),
                endpoint.id().value());
        current.ifPresent(there -> {
            EndpointRow row = EndpointRow.of(with(there, change, now));
            session.update(
                    """
                    update endpoint set name = ?, address = ?, phone_number_id = ?, connected_number_id = ?,
                           business_account_id = ?, verified_name = ?, quality = ?, updated_at = ?
                    where project_id = ? and id = ?""",
                    row.name(), row.address(), row.phoneNumberId(), row.connectedNumberId(), row.businessAccountId(),
                    row.verifiedName(), row.quality(), row.updatedAt(), row.projectId(), row.id());
            SettingValues.take(session, there.scope().project(), there.id(), change.withoutSettings());
            if (!change.settings().isEmpty()) {
                SettingValues.put(session, keys.get(), there.scope().project(), there.id(), change.settings(), now);
            }
        });
        return current.flatMap(there -> CurrentEndpoints.among(session, List.of(there.id())).values().stream()
                .findFirst());
    }

    private static Endpoint with(Endpoint there, NumberChange change, Instant now) {
        return new Endpoint(
                there.id(),
                there.scope(),
                there.sender(),
                there.app(),
                there.channel(),
                change.address() == null ? there.address() : change.address(),
                there.connector(),
                change.number() == null ? there.whatsapp() : change.number(),
                change.name() == null ? there.name() : change.name(),
                there.createdAt(),
                there.customer(),
                now,
                null);
    }

    private static boolean disconnected(Session session, Endpoint endpoint, Instant now) {
        int changed = session.update(
                """
                update endpoint set disconnected_at = ?, updated_at = ?, connected_number_id = null
                where project_id = ? and id = ? and disconnected_at is null""",
                now, now, endpoint.scope().project().value(), endpoint.id().value());
        if (changed == 0) {
            return false;
        }
        SettingValues.takeAll(session, endpoint.scope().project(), endpoint.id());
        Events.append(
                session,
                List.of(new Events.Entry(endpoint.scope(), new EndpointDisconnected(endpoint.id()))),
                now);
        return true;
    }

    /** An id or an address can be taken between a look and a change: then the key is the judge. */
    private Optional<Endpoint> unlessTaken(Function<Session, Optional<Endpoint>> work) {
        try {
            return database.write(work);
        } catch (StoreException e) {
            if (SqlCauses.haveState(e, UNIQUE_VIOLATION)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private Optional<Endpoint> noticed(Optional<Endpoint> written) {
        written.ifPresent(endpoint -> {
            directory.refresh(endpoint.scope().project());
            settings.forget(endpoint.id());
        });
        return written;
    }
}
