package io.stele.adapters.zavu.webhook;

import io.stele.adapters.webhook.HmacSha256;
import io.stele.core.webhook.WebhookForm.SignatureVersion;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;

/** Zavu's signature (contract §4.4). */
final class ZavuSignature {

    private ZavuSignature() {}

    /**
     * The value of the header, which holds for some minutes from {@code at} on.
     *
     * @param secret the whole of it, as the project was given it
     */
    static String of(SignatureVersion version, String secret, byte[] body, Instant at) {
        byte[] key = secret.getBytes(StandardCharsets.UTF_8);
        String second = Long.toString(at.getEpochSecond());
        return switch (version) {
            case V1 -> "t=" + second + v1(key, body);
            case V2 -> "t=" + second + v2(key, second, body);
            case V1_AND_V2 -> "t=" + second + v1(key, body) + v2(key, second, body);
        };
    }

    private static String v1(byte[] key, byte[] body) {
        return ",v1=" + HexFormat.of().formatHex(HmacSha256.of(key, body));
    }

    private static String v2(byte[] key, String second, byte[] body) {
        byte[] beginning = (second + ".").getBytes(StandardCharsets.UTF_8);
        return ",v2=" + HexFormat.of().formatHex(HmacSha256.of(key, beginning, body));
    }
}
