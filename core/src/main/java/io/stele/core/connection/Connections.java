package io.stele.core.connection;

import io.stele.core.address.PhoneNumber;
import io.stele.core.channel.Endpoint;
import io.stele.core.channel.EndpointId;
import io.stele.core.channel.EndpointSettings;
import io.stele.core.channel.NumberLookup;
import io.stele.core.channel.SenderId;
import io.stele.core.identity.KsuidGenerator;
import io.stele.core.message.Failure;
import io.stele.core.project.Scope;
import io.stele.core.refusal.RejectedException;
import io.stele.core.refusal.Rejection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Connects WhatsApp numbers, changes and disconnects them. What their owner does not tell of them, Meta is asked. */
public final class Connections {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final NumberLookup lookup;
    private final NumberStore store;
    private final EndpointSettings settings;
    private final KsuidGenerator ids;
    private final Supplier<UUID> uuids;
    private final InstantSource clock;
    private final String connector;

    /**
     * @param uuids makes ids that sort by time
     * @param connector the connector that carries the messages of real numbers
     */
    public Connections(
            NumberLookup lookup,
            NumberStore store,
            EndpointSettings settings,
            KsuidGenerator ids,
            Supplier<UUID> uuids,
            InstantSource clock,
            String connector) {
        this.lookup = lookup;
        this.store = store;
        this.settings = settings;
        this.ids = ids;
        this.uuids = uuids;
        this.clock = clock;
        this.connector = connector;
    }

    /**
     * A number as its owner names it.
     *
     * @param name for people
     * @param customer the project's customer that it belongs to; null when it belongs to none
     * @param settings what the connector needs to know of it, in clear
     */
    public record Request(
            Scope scope,
            String phoneNumberId,
            String businessAccountId,
            String name,
            @Nullable UUID customer,
            Map<String, String> settings) {

        public Request {
            settings = Map.copyOf(settings);
        }

        /** Never the settings: some of them are secret. */
        @Override
        public String toString() {
            return "Request[" + phoneNumberId + "]";
        }
    }

    /**
     * Looks the number up and connects it, as {@link NumberStore#connect} does.
     *
     * @throws RejectedException when Meta refuses or does not answer, or when the number is connected already
     */
    public Endpoint connect(Request request) {
        NumberLookup.Answer.Found found = found(request.phoneNumberId(), request.settings());
        PhoneNumber address = PhoneNumber.parse(found.displayNumber())
                .orElseThrow(() -> refused(new Failure(
                        "UNREADABLE_NUMBER", "Meta tells no phone number", "It tells " + found.displayNumber())));
        NewNumber number = new NewNumber(
                request.scope(),
                connector,
                address,
                number(request.phoneNumberId(), request.businessAccountId(), found),
                request.name(),
                request.customer(),
                request.settings());
        return store.connect(number, new EndpointId(ids.next()), new SenderId(uuids.get()), now())
                .orElseThrow(() -> new RejectedException(new Rejection.AlreadyConnected(request.phoneNumberId())));
    }

    /**
     * Changes a number's name and settings. Meta is asked with the new settings before they are kept. The app secret that another one
     * replaces stays good for an hour.
     *
     * @param name null leaves it as it is
     * @param changed the settings that are given another value, in clear
     * @throws RejectedException when Meta refuses or does not answer, when the endpoint is not connected, or when it has no settings because
     *     no provider serves it
     */
    public Endpoint change(Endpoint endpoint, @Nullable String name, Map<String, String> changed) {
        if (name == null && changed.isEmpty()) {
            return endpoint;
        }
        Endpoint.WhatsAppNumber number = changed.isEmpty() ? null : confirmed(endpoint, changed);
        SecretRotation rotation = SecretRotation.of(settings.of(endpoint), changed, now());
        return store.change(
                        endpoint,
                        new NumberChange(name, null, number, rotation.settings(), rotation.withoutSettings()),
                        now())
                .orElseThrow(() -> new RejectedException(new Rejection.EndpointDisconnected()));
    }

    /**
     * Disconnects an endpoint, as {@link NumberStore#disconnect} does.
     *
     * @throws RejectedException when it is not connected
     */
    public void disconnect(Endpoint endpoint) {
        if (!store.disconnect(endpoint, now())) {
            throw new RejectedException(new Rejection.EndpointDisconnected());
        }
    }

    private Endpoint.WhatsAppNumber confirmed(Endpoint endpoint, Map<String, String> changed) {
        Endpoint.WhatsAppNumber number = endpoint.whatsapp();
        if (number == null || !endpoint.connector().equals(connector)) {
            throw new RejectedException(new Rejection.WrongState("The sandbox's number has no settings"));
        }
        Map<String, String> all = new HashMap<>(settings.of(endpoint));
        all.putAll(changed);
        return number(number.phoneNumberId(), number.businessAccountId(), found(number.phoneNumberId(), all));
    }

    /** What Meta says of a refusal may quote what it was asked with. */
    private NumberLookup.Answer.Found found(String phoneNumberId, Map<String, String> with) {
        return switch (lookup.find(phoneNumberId, with)) {
            case NumberLookup.Answer.Found found -> found;
            case NumberLookup.Answer.Refused(String code, String title, String details) ->
                throw refused(new Failure(
                        code, without(with, title), details == null ? null : without(with, details)));
            case NumberLookup.Answer.Unavailable() ->
                throw new RejectedException(new Rejection.ProviderUnavailable(RETRY_AFTER));
        };
    }

    private static String without(Map<String, String> settings, String text) {
        String told = text;
        for (String value : settings.values()) {
            told = value.isEmpty() ? told : told.replace(value, "…");
        }
        return told;
    }

    private static Endpoint.WhatsAppNumber number(
            String phoneNumberId, String businessAccountId, NumberLookup.Answer.Found found) {
        String told = Objects.requireNonNullElse(found.quality(), "");
        Endpoint.Quality quality = switch (told) {
            case "GREEN" -> Endpoint.Quality.GREEN;
            case "YELLOW" -> Endpoint.Quality.YELLOW;
            case "RED" -> Endpoint.Quality.RED;
            default -> Endpoint.Quality.UNKNOWN;
        };
        return new Endpoint.WhatsAppNumber(phoneNumberId, businessAccountId, found.verifiedName(), quality);
    }

    private static RejectedException refused(Failure failure) {
        return new RejectedException(new Rejection.ProviderRefused(failure));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
