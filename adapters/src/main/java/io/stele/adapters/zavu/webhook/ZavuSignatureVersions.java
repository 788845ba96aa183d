package io.stele.adapters.zavu.webhook;

import io.stele.core.webhook.Webhook;
import io.stele.core.webhook.WebhookForm;
import io.stele.core.webhook.WebhookForm.SignatureVersion;
import java.util.Arrays;
import java.util.Optional;

/** What Zavu calls the ways to sign, and from which to which a webhook can go (contract §2.4). */
public final class ZavuSignatureVersions {

    private ZavuSignatureVersions() {}

    /** The version's name. */
    static String word(SignatureVersion version) {
        return switch (version) {
            case V1 -> "v1";
            case V1_AND_V2 -> "v1+v2";
            case V2 -> "v2";
        };
    }

    /** The name of the version with which this webhook is signed. */
    public static String word(Webhook webhook) {
        return word(of(webhook));
    }

    /** The version of this name; empty for any other text. */
    static Optional<SignatureVersion> read(String word) {
        return Arrays.stream(SignatureVersion.values())
                .filter(version -> word(version).equals(word))
                .findFirst();
    }

    /** Whether receivers can follow: between the two versions stands the one with both. */
    static boolean canFollow(SignatureVersion from, SignatureVersion to) {
        return from == to || from == SignatureVersion.V1_AND_V2 || to == SignatureVersion.V1_AND_V2;
    }

    /** @throws IllegalArgumentException when the webhook is none of Zavu's */
    static SignatureVersion of(Webhook webhook) {
        if (webhook.form() instanceof WebhookForm.Zavu(SignatureVersion version)) {
            return version;
        }
        throw new IllegalArgumentException("not a webhook of Zavu's");
    }
}
