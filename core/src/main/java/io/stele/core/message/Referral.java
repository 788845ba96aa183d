package io.stele.core.message;

import org.jspecify.annotations.Nullable;

/** The advertisement or post that a person came from (Meta's click-to-WhatsApp referral). */
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
        @Nullable String clickId,
        @Nullable String welcomeMessage) {}
