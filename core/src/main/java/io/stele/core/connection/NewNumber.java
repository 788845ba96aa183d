package io.stele.core.connection;

import io.stele.core.address.PhoneNumber;
import io.stele.core.channel.Endpoint;
import io.stele.core.project.Scope;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A WhatsApp number that is to be connected.
 *
 * @param connector the name of the connector that is to carry its messages
 * @param name for people
 * @param customer the project's customer that it belongs to; null when it belongs to none
 * @param settings what the connector needs to know of it, in clear
 */
public record NewNumber(
        Scope scope,
        String connector,
        PhoneNumber address,
        Endpoint.WhatsAppNumber number,
        String name,
        @Nullable UUID customer,
        Map<String, String> settings) {

    public NewNumber {
        settings = Map.copyOf(settings);
    }

    /** Never the settings: some of them are secret. */
    @Override
    public String toString() {
        return "NewNumber[" + number.phoneNumberId() + "]";
    }
}
