package io.stele.core.project;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** A key in clear, as a client presents it. It is shown once; what is kept of it is its hash. */
public record ApiKey(String value) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int RANDOM_BYTES = 32;

    /** A new key of 256 random bits with this prefix. */
    public static ApiKey generate(String prefix) {
        byte[] bytes = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(bytes);
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return new ApiKey(prefix + text.replace('-', 'A').replace('_', 'B'));
    }

    /** What a key of this kind begins with. */
    public static String prefix(KeyKind kind, Mode mode) {
        return switch (kind) {
            case ZAVU -> mode == Mode.LIVE ? "zv_live_" : "zv_test_";
            case KAPSO -> "kp_";
            case CHIRP_ADMIN -> "sk_admin_";
            case CHIRP_APP -> mode == Mode.LIVE ? "sk_live_app_" : "sk_test_app_";
        };
    }

    /** SHA-256 of the key, in lower-case hexadecimal. Keys are random, so that no salt is needed. */
    public String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(value.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Never the key itself. */
    @Override
    public String toString() {
        return "ApiKey[…]";
    }
}
