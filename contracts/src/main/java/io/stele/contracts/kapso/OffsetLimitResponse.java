package io.stele.contracts.kapso;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import org.jspecify.annotations.Nullable;

/**
 * The refusal of a page number that lies too deep (contract section 1.4).
 *
 * @param message {@code legacy_offset_pagination_limit_exceeded}
 * @param requestedWindow page times page size
 * @param cursorExample an address that asks for the same list by cursor
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OffsetLimitResponse(
        @Nullable String message,
        @Nullable String detail,
        @Nullable Integer requestedPage,
        @Nullable Integer requestedPerPage,
        @Nullable Integer requestedWindow,
        @Nullable Integer maxPage,
        @Nullable Integer maxWindow,
        @Nullable String cursorExample) {}
