package io.stele.server.store.webhook;

import io.micronaut.context.BeanProvider;
import io.stele.core.identity.Ksuid;
import io.stele.server.secret.SecretKeys;
import io.stele.server.store.json.LanguageForm;
import jakarta.inject.Singleton;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Seals what a webhook has to keep to itself, so that it opens for this webhook only. */
@Singleton
final class Seals {

    static final String SECRET = "secret";
    static final String HEADERS = "headers";

    /** Asked for only when there is something to seal: a key is made for the first secret. */
    private final BeanProvider<SecretKeys> keys;

    Seals(BeanProvider<SecretKeys> keys) {
        this.keys = keys;
    }

    @Nullable String secret(Ksuid webhook, @Nullable String secret) {
        return secret == null ? null : keys.get().seal(place(webhook, SECRET), secret);
    }

    /** @throws IllegalStateException when none of our keys opens it */
    @Nullable String openSecret(Ksuid webhook, @Nullable String sealed) {
        return sealed == null ? null : open(webhook, SECRET, sealed);
    }

    String headers(Ksuid webhook, Map<String, String> headers) {
        return keys.get().seal(place(webhook, HEADERS), LanguageForm.writeHeaders(headers));
    }

    /** @throws IllegalStateException when none of our keys opens them */
    Map<String, String> openHeaders(Ksuid webhook, String sealed) {
        return LanguageForm.readHeaders(open(webhook, HEADERS, sealed));
    }

    private String open(Ksuid webhook, String what, String sealed) {
        return keys.get().open(place(webhook, what), sealed)
                .orElseThrow(() -> new IllegalStateException(
                        "the " + what + " of the webhook " + webhook + " is sealed with the key " + SecretKeys.keyId(sealed) + ", which is none of ours"));
    }

    static String place(Ksuid webhook, String what) {
        return "webhook/" + webhook + "/" + what;
    }
}
