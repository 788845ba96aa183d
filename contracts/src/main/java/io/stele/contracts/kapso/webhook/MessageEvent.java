package io.stele.contracts.kapso.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.stele.contracts.kapso.Message;
import org.jspecify.annotations.Nullable;

/**
 * A message came, or one that was sent came further: {@code whatsapp.message.*}.
 *
 * @param isNewConversation whether the message is the first of its conversation
 * @param phoneNumberId the business number's id
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MessageEvent(
        @Nullable Message message,
        @Nullable EventConversation conversation,
        @Nullable Boolean isNewConversation,
        @Nullable String phoneNumberId) {}
