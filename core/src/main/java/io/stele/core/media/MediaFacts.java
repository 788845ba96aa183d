package io.stele.core.media;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a file: at first as the message told it, later as it was found.
 *
 * @param mimeType null when unknown
 * @param size in bytes; null when unknown
 * @param sha256 in lower-case hexadecimal; null when unknown
 * @param fileName as the person's device called it; null when unknown
 */
public record MediaFacts(
        @Nullable String mimeType, @Nullable Long size, @Nullable String sha256, @Nullable String fileName) {}
