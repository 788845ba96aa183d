package io.stele.contracts.kapso.graph;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import org.jspecify.annotations.Nullable;

/**
 * A template's quick reply button that the customer pressed.
 *
 * @param text the button's label
 * @param payload what the send gave the button; the label when it gave nothing
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PressedButton(@Nullable String text, @Nullable String payload) {}
