package io.stele.contracts.chirp;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * The inbound message to mark as read, or to answer with a typing indicator (contract §3.2, §3.3).
 *
 * @param messageId a Chirp id; Meta's {@code wamid.…} is refused
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MessageReference(@Nullable String messageId) {}
