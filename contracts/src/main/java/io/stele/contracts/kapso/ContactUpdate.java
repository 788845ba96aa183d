package io.stele.contracts.kapso;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import org.jspecify.annotations.Nullable;

/**
 * A change of a contact; what is absent stays, and a name that is JSON's null is removed.
 *
 * @param metadata merged into the contact's own, key by key; a null one is removed
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ContactUpdate(
        @Nullable String profileName, @Nullable String displayName, @Nullable JsonNode metadata) {}
