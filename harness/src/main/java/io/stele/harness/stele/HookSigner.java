package io.stele.harness.stele;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs what is posted as Meta does. For one thread. */
public final class HookSigner {

    /** The header in which the signature stands. */
    public static final String HEADER = "X-Hub-Signature-256";

    private final Mac mac;

    /** @param secret of the app */
    public HookSigner(String secret) {
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The header's value for exactly this body. */
    public String sign(String body) {
        return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    }
}
