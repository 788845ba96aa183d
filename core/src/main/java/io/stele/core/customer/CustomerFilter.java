package io.stele.core.customer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which customers are asked for; what is null does not matter.
 *
 * @param nameContains without regard to case
 * @param createdAfter at the earliest
 * @param createdBefore at the latest
 */
public record CustomerFilter(
        @Nullable String nameContains,
        @Nullable String externalId,
        @Nullable Instant createdAfter,
        @Nullable Instant createdBefore) {}
