package io.stele.server.api.zavu;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.server.Receiver;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Checks deliveries as a receiver of Zavu's does (contract §4.2, §4.4). */
public final class ZavuDeliveryCheck {

    private static final long OLDEST_SECONDS = 300;
    private static final long YOUNGEST_SECONDS = 60;

    private ZavuDeliveryCheck() {}

    /** Fails unless the delivery has the headers of its event, and exactly these signatures, all of them right. */
    public static void requireGenuine(Receiver.Received delivery, String secret, String... versions) {
        assertThat(delivery.header("Content-Type")).hasValue("application/json");
        assertThat(delivery.header("User-Agent")).hasValue("Zavu-Webhook/1.0");
        assertThat(delivery.header("X-Zavu-Event")).hasValue(delivery.json().get("type").getStringValue());
        Map<String, String> parts = parts(delivery);
        assertThat(parts.keySet()).containsExactlyInAnyOrder(with("t", versions));
        long second = Long.parseLong(parts.get("t"));
        long age = Instant.now().getEpochSecond() - second;
        assertThat(age).isBetween(-YOUNGEST_SECONDS, OLDEST_SECONDS);
        for (String version : versions) {
            assertThat(parts.get(version)).isEqualTo(expected(version, secret, parts.get("t"), delivery.body()));
        }
    }

    /** Whether any of its signatures was made with this secret. */
    static boolean isSignedWith(Receiver.Received delivery, String secret) {
        Map<String, String> parts = parts(delivery);
        return parts.entrySet().stream()
                .filter(part -> !part.getKey().equals("t"))
                .anyMatch(part -> part.getValue()
                        .equals(expected(part.getKey(), secret, parts.get("t"), delivery.body())));
    }

    private static Map<String, String> parts(Receiver.Received delivery) {
        return Arrays.stream(delivery.header("X-Zavu-Signature").orElseThrow().split(","))
                .map(part -> part.split("=", 2))
                .collect(Collectors.toMap(part -> part[0], part -> part[1]));
    }

    private static String expected(String version, String secret, String second, String body) {
        String signed =
                switch (version) {
                    case "v1" -> body;
                    case "v2" -> second + "." + body;
                    default -> throw new AssertionError("no such version: " + version);
                };
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String[] with(String first, String... rest) {
        String[] all = Arrays.copyOf(rest, rest.length + 1);
        all[rest.length] = first;
        return all;
    }
}
