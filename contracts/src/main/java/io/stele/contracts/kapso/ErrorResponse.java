package io.stele.contracts.kapso;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import org.jspecify.annotations.Nullable;

/**
 * The flat error envelope, Kapso's own form (contract section 1.3).
 *
 * @param error what went wrong, a sentence
 * @param code a slug for programs, such as {@code messaging_account_mismatch}
 * @param message more about it
 * @param nextSteps what to do about it
 * @param billingUrl where to buy credits
 * @param validationErrors by field, free-form
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ErrorResponse(
        @Nullable String error,
        @Nullable String code,
        @Nullable String message,
        @Nullable String nextSteps,
        @Nullable String billingUrl,
        @Nullable JsonNode validationErrors) {}
