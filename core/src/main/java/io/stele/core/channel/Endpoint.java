package io.stele.core.channel;

import io.stele.core.address.Address;
import io.stele.core.project.AppId;
import io.stele.core.project.Scope;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One address of ours on one channel, served by one connector: Kapso's {@code phone_number_id}, Chirp's {@code wapn_…}.
 *
 * @param sender the sender that uses it; null when none does
 * @param app the Chirp app that it is assigned to; null when none is
 * @param connector the name of the connector that carries its messages
 * @param whatsapp WhatsApp's names for it; null on every other channel
 * @param name for people
 */
public record Endpoint(
        EndpointId id,
        Scope scope,
        @Nullable SenderId sender,
        @Nullable AppId app,
        Channel channel,
        Address address,
        String connector,
        @Nullable WhatsAppNumber whatsapp,
        String name,
        Instant createdAt) {

    /**
     * What Meta calls a WhatsApp number.
     *
     * @param phoneNumberId unique among all projects
     * @param businessAccountId the WABA that the number belongs to
     */
    public record WhatsAppNumber(String phoneNumberId, String businessAccountId) {}

    /** WhatsApp's names for it; empty on every other channel. */
    public Optional<WhatsAppNumber> whatsAppNumber() {
        return Optional.ofNullable(whatsapp);
    }
}
