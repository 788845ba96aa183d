package io.stele.contracts.chirp;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;

/** The answer to a deletion (contract §1.8). */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ActionMessage(String message) {}
