package io.stele.contracts.chirp;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * The advertisement that a customer came from (contract §5.2).
 *
 * @param sourceType such as {@code ad} or {@code post}
 * @param mediaType {@code image} or {@code video}
 * @param ctwaClid the advertisement's click id
 * @param welcomeMessage the greeting that the advertisement showed
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Referral(
        String id,
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
        @Nullable String welcomeMessage,
        String createdAt) {}
