package io.stele.contracts.kapso.graph;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import org.jspecify.annotations.Nullable;

/**
 * A text message.
 *
 * @param body 1 to 4096 characters
 * @param previewUrl whether the first link in the body is shown with a preview; absent means no
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Text(@Nullable String body, @Nullable Boolean previewUrl) {}
