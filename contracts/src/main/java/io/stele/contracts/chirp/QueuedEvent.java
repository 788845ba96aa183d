package io.stele.contracts.chirp;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;

/**
 * The answer to {@link PlaygroundInboundRequest} (contract §3.11).
 *
 * @param id the id of the queued event
 * @param status {@code QUEUED}, upper case here
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record QueuedEvent(String id, String status) {}
