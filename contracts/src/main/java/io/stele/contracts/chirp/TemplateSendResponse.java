package io.stele.contracts.chirp;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * The answer to {@link TemplateSendRequest} (contract §3.4).
 *
 * @param id the Chirp id
 * @param messagingProduct {@code whatsapp}
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record TemplateSendResponse(
        String id,
        @JsonProperty("messaging_product") String messagingProduct,
        List<SendRecipient> contacts,
        List<SentMessage> messages) {}
