package io.stele.adapters.zavu.webhook;

import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** The secret that a sender's webhook is signed with: {@code whsec_} and 64 lower-case hexadecimal digits. */
public final class ZavuWebhookSecret {

    private static final String PREFIX = "whsec_";
    private static final int RANDOM_BYTES = 32;

    private ZavuWebhookSecret() {}

    /**
     * A new secret of 256 random bits. All of the text is the key, its beginning included (contract §4.4).
     *
     * @param random one that cannot be foreseen
     */
    public static String mint(RandomGenerator random) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return PREFIX + HexFormat.of().formatHex(bytes);
    }
}
