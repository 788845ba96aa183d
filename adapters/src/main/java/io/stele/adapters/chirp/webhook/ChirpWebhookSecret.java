package io.stele.adapters.chirp.webhook;

import java.util.Base64;
import java.util.random.RandomGenerator;

/** The secret of a Standard Webhooks signature: {@code whsec_} and the base-64 of the key. */
public final class ChirpWebhookSecret {

    private static final String PREFIX = "whsec_";
    private static final int RANDOM_BYTES = 32;

    private ChirpWebhookSecret() {}

    /**
     * A new secret with a key of 256 random bits.
     *
     * @param random one that cannot be foreseen
     */
    public static String mint(RandomGenerator random) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return PREFIX + Base64.getEncoder().encodeToString(bytes);
    }

    /**
     * The key in this secret.
     *
     * @throws IllegalArgumentException when the text is no secret of this form
     */
    static byte[] key(String secret) {
        if (!secret.startsWith(PREFIX)) {
            throw new IllegalArgumentException("a secret begins with " + PREFIX);
        }
        return Base64.getDecoder().decode(secret.substring(PREFIX.length()));
    }
}
