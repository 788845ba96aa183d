package io.stele.core.contact;

import io.stele.core.address.Address;
import io.stele.core.channel.EndpointId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which contacts are wanted; a null member asks for nothing.
 *
 * @param endpoint those who talked with this endpoint
 * @param address who has exactly this address
 */
public record ContactFilter(
        @Nullable EndpointId endpoint,
        @Nullable Address address,
        @Nullable String addressContains,
        @Nullable String profileNameContains,
        @Nullable String customerId,
        @Nullable Boolean hasCustomer,
        @Nullable Instant createdSince,
        @Nullable Instant createdUntil) {}
