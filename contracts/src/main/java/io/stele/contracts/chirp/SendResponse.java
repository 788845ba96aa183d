package io.stele.contracts.chirp;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * The answer to a send: the guide's members and Meta's in one object, since the two sources disagree (contract §3.1).
 *
 * @param id the Chirp id
 * @param status {@code queued}, lower case here
 * @param timestamp ISO-8601 with milliseconds
 * @param messagingProduct {@code whatsapp}
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record SendResponse(
        String id,
        String from,
        String to,
        String type,
        String status,
        String timestamp,
        @JsonProperty("messaging_product") String messagingProduct,
        List<SendRecipient> contacts,
        List<SentMessage> messages) {}
