package io.stele.contracts.chirp;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * A reply button (contract §3.1).
 *
 * @param id up to 256 characters
 * @param title up to 20 characters
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InteractiveButton(@Nullable String id, @Nullable String title) {}
