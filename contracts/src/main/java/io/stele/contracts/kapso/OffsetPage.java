package io.stele.contracts.kapso;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list that is walked by page number (contract section 1.7).
 *
 * @param <T> what is listed
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OffsetPage<T>(@Nullable List<T> data, @Nullable Meta meta) {

    /**
     * Where the page stands.
     *
     * @param page counted from 1
     * @param perPage at most 100
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Meta(
            @Nullable Integer page,
            @Nullable Integer perPage,
            @Nullable Integer totalPages,
            @Nullable Long totalCount) {}
}
