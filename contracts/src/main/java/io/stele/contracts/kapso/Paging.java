package io.stele.contracts.kapso;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import org.jspecify.annotations.Nullable;

/**
 * Where a cursor page stands. All four cursors are written, null where there is no page, because clients read them
 * unguarded (contract section 1.7).
 *
 * @param next the cursor of the older page once more, not an address
 * @param previous the cursor of the newer page once more, not an address
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Paging(
        @Nullable Cursors cursors, @Nullable String next, @Nullable String previous) {

    /**
     * The cursors to ask the neighbouring pages with.
     *
     * @param before towards newer rows
     * @param after towards older rows; null on the last page
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Cursors(@Nullable String before, @Nullable String after) {}
}
