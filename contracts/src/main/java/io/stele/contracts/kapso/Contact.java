package io.stele.contracts.kapso;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import org.jspecify.annotations.Nullable;

/**
 * A contact (contract section 2.9). Times are ISO 8601 in UTC.
 *
 * @param id a UUID
 * @param waId the contact's digits; absent for one known by user id alone
 * @param profileName the name that the contact chose
 * @param displayName the name that the business gave
 * @param metadata the business's own notes, free-form
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Contact(
        @Nullable String id,
        @Nullable String waId,
        @Nullable String businessScopedUserId,
        @Nullable String parentBusinessScopedUserId,
        @Nullable String username,
        @Nullable String profileName,
        @Nullable String displayName,
        @Nullable String customerId,
        @Nullable JsonNode metadata,
        @Nullable String createdAt,
        @Nullable String updatedAt) {}
