package io.stele.contracts.kapso;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import org.jspecify.annotations.Nullable;

/**
 * A customer of the project (contract section 3.6). Times are ISO 8601 in UTC.
 *
 * @param id a UUID
 * @param externalCustomerId what the project itself calls the customer
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Customer(
        @Nullable String id,
        @Nullable String name,
        @Nullable String externalCustomerId,
        @Nullable String createdAt,
        @Nullable String updatedAt) {}
