package io.stele.core.inbound;

import io.stele.core.channel.EndpointId;
import io.stele.core.message.Failure;
import io.stele.core.message.Json;
import io.stele.core.message.MessageId;
import io.stele.core.message.Status;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a provider says became of an outbound message.
 *
 * @param message our id, where the provider echoes it; null when it does not
 * @param status {@code SENT}, {@code DELIVERED}, {@code READ} or {@code FAILED}
 * @param failure there exactly when the status is {@code FAILED}
 * @param at by the provider's clock
 * @param details the report as it came, with what it says of prices and errors; empty where there is nothing more to it
 * @param played whether the report is that a voice message was listened to, which only one that is read can be
 */
public record Receipt(
        EndpointId endpoint,
        String providerMessageId,
        @Nullable MessageId message,
        Status status,
        @Nullable Failure failure,
        Instant at,
        Json.Members details,
        boolean played) {

    /** One of a message's way. */
    public Receipt(
            EndpointId endpoint,
            String providerMessageId,
            @Nullable MessageId message,
            Status status,
            @Nullable Failure failure,
            Instant at,
            Json.Members details) {
        this(endpoint, providerMessageId, message, status, failure, at, details, false);
    }
}
