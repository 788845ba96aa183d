package io.stele.contracts.kapso;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;

/**
 * A file that can be had (contract §2.10).
 *
 * @param url absolute, works without a key for five minutes
 * @param sha256 in lower-case hexadecimal
 * @param fileSize in bytes, as text
 * @param downloadUrl absolute, works without a key until {@code downloadUrlExpiresAt}
 * @param downloadUrlExpiresAt in ISO 8601, to the second
 */
@Serdeable(naming = SnakeCaseStrategy.class)
public record MediaResource(
        String messagingProduct,
        String id,
        String url,
        String mimeType,
        String sha256,
        String fileSize,
        String downloadUrl,
        String downloadUrlExpiresAt) {}
