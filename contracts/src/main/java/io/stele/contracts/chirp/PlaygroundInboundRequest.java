package io.stele.contracts.chirp;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * A text that a pretend customer writes to a test app (contract §3.11).
 *
 * @param from E.164, the customer
 * @param to E.164, the business number
 * @param text at least one character
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PlaygroundInboundRequest(@Nullable String from, @Nullable String to, @Nullable String text) {}
