package io.stele.contracts.kapso.graph;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import org.jspecify.annotations.Nullable;

/**
 * The advertisement that led the customer to write, as Meta reports it.
 *
 * @param sourceType {@code ad} or {@code post}
 * @param mediaType {@code image} or {@code video}
 * @param ctwaClid the click's id
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Referral(
        @Nullable String sourceUrl,
        @Nullable String sourceId,
        @Nullable String sourceType,
        @Nullable String headline,
        @Nullable String body,
        @Nullable String mediaType,
        @Nullable String imageUrl,
        @Nullable String videoUrl,
        @Nullable String thumbnailUrl,
        @Nullable String ctwaClid,
        @Nullable WelcomeMessage welcomeMessage) {

    /** The greeting that the advertisement showed. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record WelcomeMessage(@Nullable String text) {}
}
