package io.stele.contracts.kapso.graph;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import org.jspecify.annotations.Nullable;

/**
 * An image, video, audio, document or sticker: sent by {@code id}, {@code link} or both, received with {@code id}, type and
 * hash. Size limits are in the contract's section 2.1.
 *
 * @param id the id of uploaded or received media
 * @param link a public address to fetch the media from; in a stored message the gateway's own copy
 * @param caption at most 1024 characters; images, videos and documents only
 * @param filename documents only
 * @param voice audio only: {@code true} makes it a voice note
 * @param animated stickers only, received
 * @param mimeType received media only
 * @param sha256 received media only: base64 of the content's hash
 * @param url received media only: the provider's short-lived address
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Media(
        @Nullable String id,
        @Nullable String link,
        @Nullable String caption,
        @Nullable String filename,
        @Nullable Boolean voice,
        @Nullable Boolean animated,
        @Nullable String mimeType,
        @Nullable String sha256,
        @Nullable String url) {}
