package io.stele.contracts.kapso;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.stele.contracts.kapso.graph.GraphError;
import org.jspecify.annotations.Nullable;

/**
 * The nested error envelope, Meta's form (contract section 1.3).
 *
 * @param nextSteps Kapso's advice, next to the error
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GraphErrorResponse(@Nullable GraphError error, @Nullable String nextSteps) {}
