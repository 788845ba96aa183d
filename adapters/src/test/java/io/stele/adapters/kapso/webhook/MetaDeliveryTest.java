package io.stele.adapters.kapso.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stele.adapters.kapso.Samples;
import io.stele.core.message.Status;
import io.stele.core.message.Text;
import io.stele.core.webhook.Payload;
import io.stele.core.webhook.WebhookDelivery;
import io.stele.core.webhook.WebhookForm;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;

/** How Meta's form is sent (contract section 4.7). */
class MetaDeliveryTest {

    /** SHA-256 of "abc", from the standard. */
    private static final String HASH = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    private static final byte[] BODY = "abc".getBytes(StandardCharsets.UTF_8);

    private final WebhookDelivery delivery = Hooks.delivery(new Payload("messages", "abc", null), 41);

    @Test
    void aDeliveryIsSignedInMetasWayAndInKapsos() {
        String signature = Signing.hex(Hooks.SECRET, BODY);

        assertThat(headers(Hooks.SECRET, Map.of("X-Shop", "7", "x-hub-signature-256", "forged")))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "X-Shop", "7",
                        "X-Hub-Signature-256", "sha256=" + signature,
                        "X-Webhook-Signature", signature,
                        "X-Idempotency-Key", HASH));
    }

    @ParameterizedTest
    @NullAndEmptySource
    void withoutASecretNothingIsSigned(@Nullable String secret) {
        assertThat(headers(secret, Map.of())).containsOnly(Map.entry("X-Idempotency-Key", HASH));
    }

    @Test
    void aProjectsWebhookHearsOfNoMessages() {
        assertThat(Hooks.META.payloads(
                        Happenings.progressed(Status.SENT, Text.of("Hi")), Hooks.meta(Hooks.PROJECT)))
                .isEmpty();
    }

    @Test
    void silenceHasNoWords() {
        assertThat(Hooks.META.watchedSilence(Hooks.meta(Hooks.NUMBER))).isEmpty();
        assertThat(Hooks.META.silence(Happenings.silence(null), Hooks.meta(Hooks.NUMBER))).isEmpty();
    }

    @Test
    void nothingIsEverCollected() {
        assertThat(Hooks.META.buffering(new Payload("messages", "{}", Samples.CONVERSATION), Hooks.meta(Hooks.NUMBER)))
                .isEmpty();
        assertThatThrownBy(() -> Hooks.META.batch(List.of(delivery), Hooks.meta(Hooks.NUMBER)))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    private Map<String, String> headers(@Nullable String secret, Map<String, String> own) {
        return Hooks.META.headers(
                Hooks.webhook(Hooks.NUMBER, new WebhookForm.Meta(), Set.of(), secret, own), delivery, BODY, 0, Samples.AT);
    }
}
