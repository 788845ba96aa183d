package io.stele.core.connection;

import io.stele.core.address.PhoneNumber;
import io.stele.core.channel.Endpoint;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is to be changed of a connected number; what is null stays as it is.
 *
 * @param settings those that are given another value, in clear
 * @param withoutSettings the names of those that are taken away
 */
public record NumberChange(
        @Nullable String name,
        @Nullable PhoneNumber address,
        Endpoint.@Nullable WhatsAppNumber number,
        Map<String, String> settings,
        Set<String> withoutSettings) {

    public NumberChange {
        settings = Map.copyOf(settings);
        withoutSettings = Set.copyOf(withoutSettings);
    }

    /** Whether nothing is to be changed. */
    public boolean isEmpty() {
        return name == null && address == null && number == null && settings.isEmpty() && withoutSettings.isEmpty();
    }

    /** Never the settings: some of them are secret. */
    @Override
    public String toString() {
        return "NumberChange[" + settings.keySet() + "]";
    }
}
