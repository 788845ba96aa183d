package io.stele.contracts.kapso.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import org.jspecify.annotations.Nullable;

/**
 * A conversation began, ended or fell silent: {@code whatsapp.conversation.*}.
 *
 * @param sinceMessage the last message before a silence
 * @param inactivity there exactly when the conversation fell silent
 * @param phoneNumberId the business number's id
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConversationEvent(
        @Nullable EventConversation conversation,
        @Nullable SinceMessage sinceMessage,
        @Nullable Inactivity inactivity,
        @Nullable String phoneNumberId) {

    /**
     * The message after which nothing was said.
     *
     * @param id as the API names the message
     * @param whatsappMessageId the same
     * @param direction {@code inbound} or {@code outbound}
     * @param createdAt ISO 8601 in UTC
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SinceMessage(
            @Nullable String id,
            @Nullable String whatsappMessageId,
            @Nullable String direction,
            @Nullable String createdAt) {}

    /** How long nothing was said. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Inactivity(@Nullable Long minutes) {}
}
