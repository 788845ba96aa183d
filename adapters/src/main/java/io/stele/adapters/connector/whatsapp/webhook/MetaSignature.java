package io.stele.adapters.connector.whatsapp.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Meta's signature over what it posts: the header {@value #HEADER} says {@code sha256=} and the HMAC-SHA256 of the bytes in
 * hexadecimal, its key being the app's secret.
 */
public final class MetaSignature {

    /** The header that carries it. */
    public static final String HEADER = "X-Hub-Signature-256";

    private static final String PREFIX = "sha256=";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int LENGTH = 32;

    private MetaSignature() {}

    /**
     * Whether the bytes were signed with one of the secrets. How long it takes says nothing of a secret, nor of which of them it was.
     *
     * @param secrets those that hold at the moment; more than one while they change. An empty one is none
     * @param body the very bytes that came
     * @param header null when there was none
     */
    public static boolean isValid(Collection<String> secrets, byte[] body, @Nullable String header) {
        byte[] given = digest(header);
        boolean valid = false;
        for (String secret : secrets) {
            if (!secret.isEmpty()) {
                valid |= MessageDigest.isEqual(hmac(secret, body), given);
            }
        }
        return valid;
    }

    /**
     * Whether the header can be the signature of anything.
     *
     * @param header null when there was none
     */
    public static boolean isOne(@Nullable String header) {
        return digest(header).length == LENGTH;
    }

    /** The header's value for these bytes. */
    public static String of(String secret, byte[] body) {
        return PREFIX + HexFormat.of().formatHex(hmac(secret, body));
    }

    /** No bytes for a header that has not the form: they are no signature of anything. */
    private static byte[] digest(@Nullable String header) {
        String text = header == null ? "" : header.strip();
        if (!text.startsWith(PREFIX)) {
            return new byte[0];
        }
        try {
            return HexFormat.of().parseHex(text.substring(PREFIX.length()));
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static byte[] hmac(String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
