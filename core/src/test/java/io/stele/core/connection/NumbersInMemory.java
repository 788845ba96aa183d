package io.stele.core.connection;

import io.stele.core.channel.Channel;
import io.stele.core.channel.Endpoint;
import io.stele.core.channel.EndpointId;
import io.stele.core.channel.EndpointSettings;
import io.stele.core.channel.SenderId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Connected numbers by their ids, with their settings. */
class NumbersInMemory implements NumberStore, EndpointSettings {

    final Map<String, Endpoint> connected = new HashMap<>();
    final Map<EndpointId, Map<String, String>> settings = new HashMap<>();
    int writes;

    @Override
    public Optional<Endpoint> connected(String phoneNumberId) {
        return Optional.ofNullable(connected.get(phoneNumberId));
    }

    @Override
    public Optional<Endpoint> connect(NewNumber number, EndpointId id, SenderId sender, Instant now) {
        if (connected.containsKey(number.number().phoneNumberId())) {
            return Optional.empty();
        }
        Endpoint endpoint = new Endpoint(
                id,
                number.scope(),
                sender,
                null,
                Channel.WHATSAPP,
                number.address(),
                number.connector(),
                number.number(),
                number.name(),
                now,
                number.customer(),
                now,
                null);
        settings.put(id, number.settings());
        return written(endpoint);
    }

    @Override
    public Optional<Endpoint> change(Endpoint endpoint, NumberChange change, Instant now) {
        if (!connected.containsValue(endpoint)) {
            return Optional.empty();
        }
        Map<String, String> changed = new HashMap<>(settings.get(endpoint.id()));
        changed.putAll(change.settings());
        changed.keySet().removeAll(change.withoutSettings());
        settings.put(endpoint.id(), changed);
        return written(new Endpoint(
                endpoint.id(),
                endpoint.scope(),
                endpoint.sender(),
                endpoint.app(),
                endpoint.channel(),
                change.address() == null ? endpoint.address() : change.address(),
                endpoint.connector(),
                change.number() == null ? endpoint.whatsapp() : change.number(),
                change.name() == null ? endpoint.name() : change.name(),
                endpoint.createdAt(),
                endpoint.customer(),
                now,
                null));
    }

    @Override
    public boolean disconnect(Endpoint endpoint, Instant now) {
        settings.remove(endpoint.id());
        return connected.values().remove(endpoint);
    }

    @Override
    public Map<String, String> of(Endpoint endpoint) {
        return settings.getOrDefault(endpoint.id(), Map.of());
    }

    private Optional<Endpoint> written(Endpoint endpoint) {
        writes++;
        connected.put(endpoint.whatsAppNumber().orElseThrow().phoneNumberId(), endpoint);
        return Optional.of(endpoint);
    }
}
