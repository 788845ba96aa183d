package io.stele.contracts.chirp;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;

/**
 * The message as Meta names it (contract §3.4).
 *
 * @param id {@code wamid.…}
 * @param messageStatus {@code accepted}
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record SentMessage(String id, @JsonProperty("message_status") String messageStatus) {}
