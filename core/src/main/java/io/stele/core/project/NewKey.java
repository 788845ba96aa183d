package io.stele.core.project;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key to be kept.
 *
 * @param hash of the key in clear, which is not kept
 * @param app there exactly for a Chirp app key
 */
public record NewKey(UUID id, KeyKind kind, Mode mode, @Nullable AppId app, String name, String hash) {}
