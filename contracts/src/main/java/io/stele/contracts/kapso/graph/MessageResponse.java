package io.stele.contracts.kapso.graph;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to an accepted send. It says that the message was taken, not that it was delivered (contract section 2.1).
 *
 * @param messagingProduct always {@code whatsapp}
 * @param contacts the one recipient
 * @param messages the one message
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MessageResponse(
        @Nullable String messagingProduct,
        @Nullable List<Recipient> contacts,
        @Nullable List<AcceptedMessage> messages) {

    /**
     * The recipient as it was named and as it was understood.
     *
     * @param input the recipient exactly as the request wrote it
     * @param waId the phone number's digits, when the recipient was named by phone number
     * @param userId the business-scoped user id, when the recipient was named by it
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Recipient(@Nullable String input, @Nullable String waId, @Nullable String userId) {}

    /**
     * The message's identity.
     *
     * @param messageStatus {@code accepted} or {@code held_for_quality_assessment}; only paced templates have it
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AcceptedMessage(@Nullable String id, @Nullable String messageStatus) {}
}
