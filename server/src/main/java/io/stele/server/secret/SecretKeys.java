package io.stele.server.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/** Seals secrets and opens them again: AES-256-GCM, with a random nonce each. Safe for concurrent use. */
public final class SecretKeys {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final List<SecretKey> keys;
    private final SecureRandom random = new SecureRandom();

    /** @param keys the first one seals, all of them open; at least one */
    public SecretKeys(List<SecretKey> keys) {
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("there is a key");
        }
        this.keys = List.copyOf(keys);
    }

    /** The id of the key that seals. */
    public String sealingKeyId() {
        return keys.getFirst().id();
    }

    /** Whether what the key with this id sealed can be opened. */
    public boolean has(String keyId) {
        return keys.stream().anyMatch(key -> key.id().equals(keyId));
    }

    /** The id of the key with which this was sealed. */
    public static String keyId(String sealed) {
        return sealed.substring(0, Math.max(0, sealed.indexOf('.')));
    }

    /**
     * The secret as printable text that only our keys open.
     *
     * @param place where it is kept: nothing but the same place opens it again
     */
    public String seal(String place, String secret) {
        SecretKey key = keys.getFirst();
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(Cipher.ENCRYPT_MODE, key.forCipher(), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
            byte[] sealed = cipher.doFinal(secret.getBytes(StandardCharsets.UTF_8));
            byte[] whole = ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
            return key.id() + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + CIPHER, e);
        }
    }

    /** The secret; empty when none of our keys opens it at this place. */
    public Optional<String> open(String place, String sealed) {
        return keys.stream()
                .filter(key -> key.id().equals(keyId(sealed)))
                .findFirst()
                .flatMap(key -> open(key, place, sealed));
    }

    private static Optional<String> open(SecretKey key, String place, String sealed) {
        try {
            byte[] whole = Base64.getUrlDecoder().decode(sealed.substring(sealed.indexOf('.') + 1));
            if (whole.length < NONCE_BYTES) {
                return Optional.empty();
            }
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(Cipher.DECRYPT_MODE, key.forCipher(), new GCMParameterSpec(TAG_BITS, whole, 0, NONCE_BYTES));
            cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
            return Optional.of(new String(
                    cipher.doFinal(whole, NONCE_BYTES, whole.length - NONCE_BYTES), StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
