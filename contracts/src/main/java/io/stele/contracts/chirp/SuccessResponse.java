package io.stele.contracts.chirp;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;

/** The answer of an action that has nothing else to tell (contract §1.8). */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record SuccessResponse(boolean success) {}
