package io.stele.core.channel;

import io.stele.core.address.Address;
import io.stele.core.project.AppId;
import io.stele.core.project.Scope;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One address of ours on one channel, served by one connector: Kapso's {@code phone_number_id}, Chirp's {@code wapn_…}.
 *
 * @param sender the sender that uses it; null when none does
 * @param app the Chirp app that it is assigned to; null when none is
 * @param connector the name of the connector that carries its messages
 * @param whatsapp WhatsApp's names for it; null on every other channel
 * @param name for people
 * @param customer the project's customer that it belongs to; null when it belongs to none
 * @param updatedAt when any of this was last changed
 * @param disconnectedAt since when nothing goes out or comes in by it, though what did can be read; null while it is connected
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
        Instant createdAt,
        @Nullable UUID customer,
        Instant updatedAt,
        @Nullable Instant disconnectedAt) {

    /** One that was just made: it is connected, and belongs to no customer. */
    public Endpoint(
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
        this(
                id, scope, sender, app, channel, address, connector, whatsapp, name, createdAt, null, createdAt, null);
    }

    /**
     * What Meta calls a WhatsApp number, and thinks of it.
     *
     * @param phoneNumberId unique among all numbers that are connected, whatever their project
     * @param businessAccountId the WABA that the number belongs to
     * @param verifiedName the business's name as Meta has verified it; null when it is not known
     */
    public record WhatsAppNumber(
            String phoneNumberId, String businessAccountId, @Nullable String verifiedName, Quality quality) {

        /** A number of which Meta has told nothing. */
        public WhatsAppNumber(String phoneNumberId, String businessAccountId) {
            this(phoneNumberId, businessAccountId, null, Quality.UNKNOWN);
        }
    }

    /** How people have lately taken what a WhatsApp number sent: well, so-so or badly. */
    public enum Quality {
        GREEN,
        YELLOW,
        RED,
        UNKNOWN
    }

    /** Whether messages go out and come in by it. */
    public boolean isConnected() {
        return disconnectedAt == null;
    }

    /** WhatsApp's names for it; empty on every other channel. */
    public Optional<WhatsAppNumber> whatsAppNumber() {
        return Optional.ofNullable(whatsapp);
    }
}
