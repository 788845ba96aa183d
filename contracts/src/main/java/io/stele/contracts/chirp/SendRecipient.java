package io.stele.contracts.chirp;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;

/**
 * Whom a send goes to (contract §3.4).
 *
 * @param input the number as the client wrote it
 * @param waId the same number's WhatsApp id, digits without a plus
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record SendRecipient(String input, @JsonProperty("wa_id") String waId) {}
