package io.stele.contracts.kapso.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.stele.contracts.kapso.ConversationExtensions;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as events show it: as the API does, but that the contact's name stands beside {@code kapso} too, since
 * receivers look in either place.
 *
 * @param phoneNumber the contact's digits
 * @param username the contact's WhatsApp name
 * @param status {@code active} or {@code ended}
 * @param metadata the business's own notes, free-form
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EventConversation(
        @Nullable String id,
        @Nullable String phoneNumber,
        @Nullable String businessScopedUserId,
        @Nullable String parentBusinessScopedUserId,
        @Nullable String username,
        @Nullable String contactName,
        @Nullable String status,
        @Nullable String lastActiveAt,
        @Nullable String createdAt,
        @Nullable String updatedAt,
        @Nullable JsonNode metadata,
        @Nullable String phoneNumberId,
        @Nullable ConversationExtensions kapso) {}
