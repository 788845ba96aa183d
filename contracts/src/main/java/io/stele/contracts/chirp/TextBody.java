package io.stele.contracts.chirp;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * The text of a send (contract §3.1).
 *
 * @param body up to 4096 characters
 * @param previewUrl whether the first link is shown with a preview; not documented, accepted and passed on
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TextBody(@Nullable String body, @Nullable Boolean previewUrl) {}
