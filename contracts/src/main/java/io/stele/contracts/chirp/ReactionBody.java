package io.stele.contracts.chirp;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * A reaction to send (contract §3.1).
 *
 * @param messageId the Chirp id of the message reacted to
 * @param emoji one emoji; empty takes the reaction back
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReactionBody(@Nullable String messageId, @Nullable String emoji) {}
