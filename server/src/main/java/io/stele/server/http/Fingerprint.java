package io.stele.server.http;

import io.micronaut.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Tells whether two requests are the same request: a hash over method, path, some headers and body. */
public final class Fingerprint {

    private Fingerprint() {}

    /**
     * SHA-256 in lower-case hexadecimal.
     *
     * @param headers those that say what is wanted; one that is left out, or blank, makes no difference
     */
    public static String of(HttpRequest<?> request, byte @Nullable [] body, String... headers) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            StringBuilder head = new StringBuilder(request.getMethodName() + ' ' + request.getPath() + '\n');
            for (String name : headers) {
                String value = request.getHeaders().get(name);
                if (value != null && !value.isBlank()) {
                    head.append(name).append(": ").append(value.strip()).append('\n');
                }
            }
            digest.update(head.toString().getBytes(StandardCharsets.UTF_8));
            if (body != null) {
                digest.update(body);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
