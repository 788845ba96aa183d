package io.stele.contracts.kapso.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import org.jspecify.annotations.Nullable;

/**
 * A contact as events show it: as the API does, and whether it is of the sandbox. Of one that has been erased only the
 * id is told. Times are ISO 8601 in UTC.
 *
 * @param id a UUID
 * @param waId the contact's digits; absent for one known by user id alone
 * @param profileName the name that the contact chose
 * @param displayName the name that the business gave
 * @param metadata the business's own notes, free-form
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EventContact(
        @Nullable String id,
        @Nullable String customerId,
        @Nullable String waId,
        @Nullable String profileName,
        @Nullable String displayName,
        @Nullable String businessScopedUserId,
        @Nullable String parentBusinessScopedUserId,
        @Nullable String username,
        @Nullable JsonNode metadata,
        @Nullable Boolean sandbox,
        @Nullable String createdAt,
        @Nullable String updatedAt) {}
