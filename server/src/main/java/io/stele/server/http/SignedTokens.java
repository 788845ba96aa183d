package io.stele.server.http;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Texts that stand in for a key: each names something in bytes, and is signed with a key that only the nodes of this server have. Nothing needs to be
 * looked up to see that one is forged.
 */
public final class SignedTokens {

    private static final int SIGNATURE_BYTES = 32;

    private final int namedBytes;
    private final UnaryOperator<byte[]> signature;

    /**
     * @param namedBytes how many bytes name a thing
     * @param signature makes 32 bytes of what is signed, the same on every node
     */
    public SignedTokens(int namedBytes, UnaryOperator<byte[]> signature) {
        this.namedBytes = namedBytes;
        this.signature = signature;
    }

    /** The token for what these bytes name; fit for a URL. */
    public String of(byte[] named) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(ByteBuffer.allocate(namedBytes + SIGNATURE_BYTES)
                        .put(named)
                        .put(signature.apply(named))
                        .array());
    }

    /** The bytes that the token was made of; empty when it is none of ours. */
    public Optional<byte[]> named(String token) {
        byte[] decoded = decoded(token);
        if (decoded.length != namedBytes + SIGNATURE_BYTES) {
            return Optional.empty();
        }
        byte[] named = Arrays.copyOf(decoded, namedBytes);
        byte[] signed = Arrays.copyOfRange(decoded, namedBytes, decoded.length);
        return MessageDigest.isEqual(signed, signature.apply(named)) ? Optional.of(named) : Optional.empty();
    }

    private static byte[] decoded(String token) {
        try {
            return Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
