package io.stele.core.customer;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody for whom a project serves numbers.
 *
 * @param id a version 7 UUID
 * @param externalId what the project itself calls the customer, unique in the project; null when it told none
 */
public record Customer(
        UUID id, String name, @Nullable String externalId, Instant createdAt, Instant updatedAt) {}
