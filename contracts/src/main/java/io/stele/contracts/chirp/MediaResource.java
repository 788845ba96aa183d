package io.stele.contracts.chirp;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * A stored file (contract §3.8).
 *
 * @param id {@code med_…}; outlives the link
 * @param url absolute, works without a key until {@code expiresAt}
 * @param fileSize in bytes; null until the file was fetched, where the message did not tell it
 * @param sha256 in lower-case hexadecimal; null until the file was fetched, where the message did not tell it
 */
@Serdeable
public record MediaResource(
        String id,
        String url,
        @Nullable String mimeType,
        @Nullable String filename,
        @Nullable Long fileSize,
        @Nullable String sha256,
        String expiresAt,
        String createdAt) {}
