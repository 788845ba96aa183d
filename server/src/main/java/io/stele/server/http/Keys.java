package io.stele.server.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.util.Optional;

/** Reads keys from where clients put them. */
public final class Keys {

    /** Where Kapso's clients put theirs. */
    public static final String KAPSO_HEADER = "X-API-Key";

    private static final String BEARER = "Bearer ";

    private Keys() {}

    /** The token of an {@code Authorization: Bearer} header; the scheme's case does not matter. */
    public static Optional<String> bearer(HttpRequest<?> request) {
        return Optional.ofNullable(request.getHeaders().get(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(header -> header.substring(BEARER.length()).strip())
                .filter(token -> !token.isEmpty());
    }

    /** The value of {@link #KAPSO_HEADER}. */
    public static Optional<String> kapso(HttpRequest<?> request) {
        return Optional.ofNullable(request.getHeaders().get(KAPSO_HEADER))
                .map(String::strip)
                .filter(key -> !key.isEmpty());
    }

    /** The key wherever one of the three APIs has it: as a bearer, else in Kapso's header. */
    public static Optional<String> ofAny(HttpRequest<?> request) {
        return bearer(request).or(() -> kapso(request));
    }
}
