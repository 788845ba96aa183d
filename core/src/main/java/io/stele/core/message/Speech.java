package io.stele.core.message;

import org.jspecify.annotations.Nullable;

/**
 * Text that a voice call speaks.
 *
 * @param language BCP 47; null leaves it to the connector that makes the call
 */
public record Speech(String text, @Nullable String language) implements Content {}
