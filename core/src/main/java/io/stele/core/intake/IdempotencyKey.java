package io.stele.core.intake;

import java.time.Duration;

/**
 * A caller's promise that requests with the same key are the same request. Unique within a scope.
 *
 * @param fingerprint a hash of the request; a second request with the key but another fingerprint is refused
 */
public record IdempotencyKey(String key, String fingerprint) {

    /** How long a key is remembered. Afterwards it may be used for another request. */
    public static final Duration LIFETIME = Duration.ofDays(7);

    /** The most characters that a key may have. */
    public static final int LONGEST = 255;
}
