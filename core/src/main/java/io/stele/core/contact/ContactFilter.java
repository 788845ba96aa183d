package io.stele.core.contact;

import io.stele.core.channel.EndpointId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which contacts are wanted; a null member asks for nothing.
 *
 * @param endpoint those who talked with this endpoint
 * @param address who has exactly this address, in canonical form
 */
public record ContactFilter(
        @Nullable EndpointId endpoint,
        @Nullable String address,
        @Nullable String addressContains,
        @Nullable String profileNameContains,
        @Nullable String customerId,
        @Nullable Boolean hasCustomer,
        @Nullable Instant createdSince,
        @Nullable Instant createdUntil) {}
