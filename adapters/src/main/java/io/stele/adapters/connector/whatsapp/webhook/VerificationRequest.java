package io.stele.adapters.connector.whatsapp.webhook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How Meta asks, when an address is entered, whether it is the right one: with a {@code GET} whose query has {@code hub.mode},
 * {@code hub.verify_token} and {@code hub.challenge}. The right one answers with the challenge, and nothing else, as plain text.
 *
 * @param mode {@code hub.mode}; null when it is not there
 * @param token {@code hub.verify_token}, which whoever entered the address made up; null when it is not there
 * @param challenge {@code hub.challenge}; null when it is not there
 */
public record VerificationRequest(@Nullable String mode, @Nullable String token, @Nullable String challenge) {

    private static final String SUBSCRIBE = "subscribe";

    /** Meta's are numbers. Nothing that a browser could take for a page is given back to whoever asks. */
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._~+/=-]{1,512}");

    /**
     * What to answer. Empty when the one who asks does not know a token, or asks for something else: which is to be refused. How long it
     * takes says nothing of a token.
     *
     * @param tokens those that hold at the moment; an empty one is none
     */
    public Optional<String> answer(Collection<String> tokens) {
        boolean known = isKnown(tokens);
        return known && SUBSCRIBE.equals(mode)
                ? Optional.ofNullable(challenge).filter(text -> HARMLESS.matcher(text).matches())
                : Optional.empty();
    }

    private boolean isKnown(Collection<String> tokens) {
        byte[] given = bytes(token == null ? "" : token);
        boolean known = false;
        for (String each : tokens) {
            known |= !each.isEmpty() & MessageDigest.isEqual(bytes(each), given);
        }
        return known;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Without the token, which is a secret. */
    @Override
    public String toString() {
        return "VerificationRequest[mode=" + mode + "]";
    }
}
