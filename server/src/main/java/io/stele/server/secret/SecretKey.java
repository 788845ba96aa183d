package io.stele.server.secret;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;

/** A key of 256 bits. */
public final class SecretKey {

    private static final int BYTES = 32;
    private static final int ID_BYTES = 4;
    private static final Pattern HEXADECIMAL = Pattern.compile("[0-9a-fA-F]{64}");

    private final byte[] bytes;
    private final String id;

    private SecretKey(byte[] bytes) {
        this.bytes = bytes;
        this.id = HexFormat.of().formatHex(Arrays.copyOf(digest(bytes), ID_BYTES));
    }

    /** A new key. */
    public static SecretKey generate() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return new SecretKey(bytes);
    }

    /** Reads 32 bytes in base64, also the URL-safe form, or in hexadecimal; empty when the text is none. */
    public static Optional<SecretKey> parse(String text) {
        if (HEXADECIMAL.matcher(text).matches()) {
            return Optional.of(new SecretKey(HexFormat.of().parseHex(text)));
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/'));
            return bytes.length == BYTES ? Optional.of(new SecretKey(bytes)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Names the key without revealing it. */
    String id() {
        return id;
    }

    SecretKeySpec forCipher() {
        return new SecretKeySpec(bytes, "AES");
    }

    /** The key in base64, to be kept in a file. */
    String text() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Never the key itself. */
    @Override
    public String toString() {
        return "SecretKey[" + id + "]";
    }
}
