package io.stele.server.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.stele.core.project.KeyKind;
import java.util.Optional;
import java.util.Set;

/** What an API says about itself, so that what all have in common can be done for it. One bean for each API. */
public interface ApiFlavour {

    /** Whether a path is this API's. The path begins with a slash and is not decoded. */
    boolean serves(String path);

    /** Whether another API that is asked later has this path of this API's too, so that the form of the key tells whose it is. */
    default boolean shares(String path) {
        return false;
    }

    /** APIs are asked in this order, lowest first; the one with the widest paths comes last. */
    int order();

    /** Whether the key belongs to this API by its form. Decides only for paths that no API has, or more than one. */
    boolean recognises(String key);

    /** Whether the path is open to anybody. */
    default boolean isOpen(String path) {
        return false;
    }

    /** The key that the request carries; empty when it carries none. */
    Optional<String> key(HttpRequest<?> request);

    /** Which kinds of key this path takes. */
    Set<KeyKind> kinds(String path);

    /** The refusal in this API's envelope. */
    MutableHttpResponse<?> render(Refusal refusal, HttpRequest<?> request);

    /** Puts this API's rate-limit headers on an answer. */
    void describe(RateLimit.Standing standing, MutableHttpResponse<?> response);
}
