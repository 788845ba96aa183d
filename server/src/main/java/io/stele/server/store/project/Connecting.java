package io.stele.server.store.project;

import io.stele.core.channel.Channel;
import io.stele.core.channel.Endpoint;
import io.stele.core.channel.EndpointId;
import io.stele.core.channel.SenderId;
import io.stele.core.connection.NewNumber;
import io.stele.core.event.EndpointConnected;
import io.stele.core.project.AppId;
import io.stele.core.project.Scope;
import io.stele.core.refusal.RejectedException;
import io.stele.core.refusal.Rejection;
import io.stele.server.secret.SecretKeys;
import io.stele.server.store.event.Events;
import io.stele.server.store.sql.AddressKind;
import io.stele.server.store.sql.Session;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Connects one number, within a transaction. */
final class Connecting {

    private static final String SANDBOX = "sandbox";

    private final Session session;
    private final SecretKeys keys;
    private final NewNumber number;
    private final Scope scope;
    private final Instant now;

    Connecting(Session session, SecretKeys keys, NewNumber number, Instant now) {
        this.session = session;
        this.keys = keys;
        this.number = number;
        this.scope = number.scope();
        this.now = now;
    }

    /** The endpoint; empty when the number is connected already, and then nothing has been written. */
    Optional<Endpoint> connect(EndpointId fresh, SenderId freshSender) {
        requireCustomer();
        Optional<SenderId> voice = lockedDefaultSender();
        Optional<Endpoint> known = atTheAddress().or(this::sandboxOfTheSameId);
        if (known.isPresent() && isReal(known.get())) {
            return Optional.empty();
        }
        Place place = place(known, voice, freshSender);
        Endpoint endpoint = endpoint(known, fresh, place.sender());
        if (known.isPresent()) {
            takeUp(endpoint);
        } else if (NewEndpoints.insert(session, endpoint) == 0) {
            return Optional.empty();
        }
        settle(place, endpoint);
        SettingValues.takeAll(session, scope.project(), endpoint.id());
        SettingValues.put(session, keys, scope.project(), endpoint.id(), number.settings(), now);
        Events.append(session, List.of(new Events.Entry(scope, new EndpointConnected(endpoint.id()))), now);
        return Optional.ofNullable(
                CurrentEndpoints.among(session, List.of(endpoint.id())).get(endpoint.id()));
    }

    private void requireCustomer() {
        UUID customer = number.customer();
        if (customer != null && !StoredCustomers.lock(session, scope.project(), customer)) {
            throw new RejectedException(new Rejection.NotFound(Rejection.Resource.CUSTOMER, customer.toString()));
        }
    }

    /**
     * Which sender the endpoint is to have.
     *
     * @param isNew whether the sender has to be made
     * @param isTaken whether another endpoint has to give way
     */
    private record Place(@Nullable SenderId sender, boolean isNew, boolean isTaken) {}

    private Place place(Optional<Endpoint> known, Optional<SenderId> voice, SenderId freshSender) {
        SenderId own = known.map(Endpoint::sender).orElse(null);
        if (own != null) {
            return new Place(own, false, false);
        }
        return voice.filter(sender -> !hasRealNumber(sender))
                .map(sender -> new Place(sender, false, true))
                .orElseGet(() -> new Place(freshSender, true, false));
    }

    private void settle(Place place, Endpoint endpoint) {
        SenderId sender = place.sender();
        if (sender == null) {
            return;
        }
        if (place.isTaken()) {
            session.update(
                    """
                    update endpoint set sender_id = null, updated_at = ?
                    where project_id = ? and mode = ? and sender_id = ? and channel = ? and id <> ?""",
                    now, scope.project().value(), scope.mode(), sender.value(), Channel.WHATSAPP, endpoint.id().value());
        }
        if (place.isNew()) {
            session.update(
                    "insert into sender (project_id, id, mode, name, default_sender, created_at) values (?, ?, ?, ?, ?, ?)",
                    scope.project().value(), sender.value(), scope.mode(), number.name(), false, now);
        }
    }

    private Endpoint endpoint(Optional<Endpoint> known, EndpointId fresh, @Nullable SenderId sender) {
        return new Endpoint(
                known.map(Endpoint::id).orElse(fresh),
                scope,
                sender,
                known.map(Endpoint::app).or(this::firstApp).orElse(null),
                Channel.WHATSAPP,
                number.address(),
                number.connector(),
                number.number(),
                number.name(),
                known.map(Endpoint::createdAt).orElse(now),
                number.customer(),
                now,
                null);
    }

    private void takeUp(Endpoint endpoint) {
        EndpointRow row = EndpointRow.of(endpoint);
        session.update(
                """
                update endpoint set sender_id = ?, app_id = ?, address_kind = ?, address = ?, connector = ?,
                       connected_number_id = ?, phone_number_id = ?, business_account_id = ?, verified_name = ?,
                       quality = ?, name = ?, customer_id = ?, updated_at = ?, disconnected_at = null
                where project_id = ? and id = ?""",
                row.senderId(), row.appId(), row.addressKind(), row.address(), row.connector(),
                row.connectedNumberId(), row.phoneNumberId(), row.businessAccountId(), row.verifiedName(),
                row.quality(), row.name(), row.customerId(), row.updatedAt(), row.projectId(), row.id());
    }

    private static boolean isReal(Endpoint endpoint) {
        return endpoint.isConnected() && !endpoint.connector().equals(SANDBOX);
    }

    private boolean hasRealNumber(SenderId sender) {
        return session
                .list(
                        CurrentEndpoints::endpoint,
                        "select * from endpoint where project_id = ? and mode = ? and sender_id = ? and channel = ?",
                        scope.project().value(), scope.mode(), sender.value(), Channel.WHATSAPP)
                .stream()
                .anyMatch(Connecting::isReal);
    }

    private Optional<SenderId> lockedDefaultSender() {
        return session.first(
                row -> new SenderId(row.uuid("id")),
                "select id from sender where project_id = ? and mode = ? and default_sender = true for update",
                scope.project().value(), scope.mode());
    }

    private Optional<Endpoint> atTheAddress() {
        return session.first(
                CurrentEndpoints::endpoint,
                """
                select * from endpoint
                where project_id = ? and mode = ? and channel = ? and address_kind = ? and address = ? for update""",
                scope.project().value(),
                scope.mode(),
                Channel.WHATSAPP,
                AddressKind.of(number.address()),
                number.address().value());
    }

    private Optional<Endpoint> sandboxOfTheSameId() {
        return session.first(
                CurrentEndpoints::endpoint,
                "select * from endpoint where project_id = ? and mode = ? and connected_number_id = ? and connector = ? for update",
                scope.project().value(),
                scope.mode(),
                number.number().phoneNumberId(),
                SANDBOX);
    }

    private Optional<AppId> firstApp() {
        return session.first(
                row -> new AppId(row.ksuid("id")),
                "select id from app where project_id = ? and mode = ? order by id limit 1",
                scope.project().value(),
                scope.mode());
    }
}
