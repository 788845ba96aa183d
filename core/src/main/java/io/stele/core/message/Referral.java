package io.stele.core.message;

import org.jspecify.annotations.Nullable;

/**
 * The advertisement or post that a person came from (Meta's click-to-WhatsApp referral).
 *
 * @param further whatever else the provider told about it, under the provider's own names
 */
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
        @Nullable String welcomeMessage,
        Json.Members further) {

    /** A referral of which nothing else was told. */
    public Referral(
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
            @Nullable String welcomeMessage) {
        this(
                sourceUrl, sourceId, sourceType, headline, body, mediaType, imageUrl, videoUrl, thumbnailUrl, clickId,
                welcomeMessage, Json.Members.EMPTY);
    }
}
