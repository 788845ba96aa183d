package io.stele.contracts.zavu;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /v1/messages/{messageId}/reactions} (contract §2.1).
 *
 * @param emoji a single emoji
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ZavuReactionRequest(@Nullable String emoji) {}
