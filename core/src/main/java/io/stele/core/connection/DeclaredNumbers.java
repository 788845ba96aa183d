package io.stele.core.connection;

import io.stele.core.channel.Endpoint;
import io.stele.core.channel.EndpointId;
import io.stele.core.channel.EndpointSettings;
import io.stele.core.channel.SenderId;
import io.stele.core.identity.KsuidGenerator;
import io.stele.core.refusal.RejectedException;
import io.stele.core.refusal.Rejection;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes numbers be as somebody has declared them to be. Meta is not asked: the start of a server does not hang on it. */
public final class DeclaredNumbers {

    /** Others may declare the same at the same moment. */
    private static final int MOST_TRIES = 8;

    private final NumberStore store;
    private final EndpointSettings settings;
    private final KsuidGenerator ids;
    private final Supplier<UUID> uuids;
    private final InstantSource clock;

    /** @param uuids makes ids that sort by time */
    public DeclaredNumbers(
            NumberStore store,
            EndpointSettings settings,
            KsuidGenerator ids,
            Supplier<UUID> uuids,
            InstantSource clock) {
        this.store = store;
        this.settings = settings;
        this.ids = ids;
        this.uuids = uuids;
        this.clock = clock;
    }

    /**
     * Connects the number, or brings it up to date. Declaring it again writes nothing.
     *
     * @param isNamed whether its name is part of the declaration; when not, a connected number keeps the name that it has
     * @throws RejectedException when it is connected in another project, or its address is that of another number
     */
    public Endpoint declare(NewNumber number, boolean isNamed) {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            Optional<Endpoint> done = declared(number, isNamed);
            if (done.isPresent()) {
                return done.get();
            }
        }
        throw taken(number);
    }

    private Optional<Endpoint> declared(NewNumber number, boolean isNamed) {
        Optional<Endpoint> connected = store.connected(number.number().phoneNumberId());
        if (connected.isEmpty()) {
            return connect(number);
        }
        Endpoint there = connected.get();
        if (!there.scope().equals(number.scope())) {
            throw taken(number);
        }
        if (!there.connector().equals(number.connector())) {
            return connect(number);
        }
        NumberChange change = change(there, number, isNamed);
        return change.isEmpty() ? connected : store.change(there, change, now());
    }

    private Optional<Endpoint> connect(NewNumber number) {
        return store.connect(number, new EndpointId(ids.next()), new SenderId(uuids.get()), now());
    }

    private NumberChange change(Endpoint there, NewNumber number, boolean isNamed) {
        Map<String, String> kept = settings.of(there);
        Map<String, String> changed = new HashMap<>(number.settings());
        changed.entrySet().removeAll(kept.entrySet());
        Set<String> without = new HashSet<>(kept.keySet());
        without.removeAll(number.settings().keySet());
        without.removeAll(SecretRotation.NAMES);
        return new NumberChange(
                isNamed ? unlessSame(number.name(), there.name()) : null,
                there.address().equals(number.address()) ? null : number.address(),
                account(Objects.requireNonNull(there.whatsapp()), number.number().businessAccountId()),
                SecretRotation.of(kept, changed, now()).settings(),
                without);
    }

    private static @Nullable String unlessSame(String wanted, String there) {
        return wanted.equals(there) ? null : wanted;
    }

    private static Endpoint.@Nullable WhatsAppNumber account(Endpoint.WhatsAppNumber there, String account) {
        return account.equals(there.businessAccountId())
                ? null
                : new Endpoint.WhatsAppNumber(
                        there.phoneNumberId(), account, there.verifiedName(), there.quality());
    }

    private static RejectedException taken(NewNumber number) {
        return new RejectedException(
                new Rejection.AlreadyConnected(number.number().phoneNumberId()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
