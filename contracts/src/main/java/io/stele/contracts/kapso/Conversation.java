package io.stele.contracts.kapso;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import org.jspecify.annotations.Nullable;

/**
 * A conversation with one contact on one number (contract section 2.8). Times are ISO 8601 in UTC.
 *
 * @param phoneNumber the contact's digits
 * @param username the contact's WhatsApp name
 * @param status {@code active} or {@code ended}
 * @param whatsappConfigId on the proxy only
 * @param metadata the business's own notes, free-form
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Conversation(
        @Nullable String id,
        @Nullable String phoneNumber,
        @Nullable String businessScopedUserId,
        @Nullable String parentBusinessScopedUserId,
        @Nullable String username,
        @Nullable String status,
        @Nullable String lastActiveAt,
        @Nullable String createdAt,
        @Nullable String updatedAt,
        @Nullable String whatsappConfigId,
        @Nullable String phoneNumberId,
        @Nullable JsonNode metadata,
        @Nullable ConversationExtensions kapso) {}
