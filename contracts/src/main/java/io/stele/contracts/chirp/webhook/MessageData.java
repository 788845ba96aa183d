package io.stele.contracts.chirp.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.stele.contracts.chirp.ErrorEnvelope;
import org.jspecify.annotations.Nullable;

/**
 * The data of {@code messages.whatsapp.*} (contract §6.3).
 *
 * @param error why the message failed; left out of all other events
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MessageData(
        WebhookMessage message, @Nullable AppReference app, ErrorEnvelope.@Nullable Detail error) {}
