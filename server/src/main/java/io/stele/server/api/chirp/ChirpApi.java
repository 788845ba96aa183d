package io.stele.server.api.chirp;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.stele.core.project.KeyKind;
import io.stele.server.http.ApiFlavour;
import io.stele.server.http.Keys;
import io.stele.server.http.RateLimit;
import io.stele.server.http.Refusal;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Chirp: whose paths, whose keys, whose envelope (contract §1). */
@Singleton
final class ChirpApi implements ApiFlavour {

    private static final List<String> PATHS = List.of(
            "/v1/whatsapp", "/v1/organization", "/v1/playground", "/v1/media", "/v1/webhooks", "/v1/sms");

    /** Of which Zavu has its own (contract §3.12). */
    private static final List<String> SHARED = List.of("/v1/calls", "/v1/phone-numbers", "/v1/functions");

    private static final String ORGANIZATION = "/v1/organization";

    @Override
    public boolean serves(String path) {
        return shares(path) || PATHS.stream().anyMatch(prefix -> isUnder(path, prefix));
    }

    @Override
    public boolean shares(String path) {
        return SHARED.stream().anyMatch(prefix -> isUnder(path, prefix));
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public boolean recognises(String key) {
        return key.startsWith("sk_");
    }

    @Override
    public Optional<String> key(HttpRequest<?> request) {
        return Keys.bearer(request);
    }

    @Override
    public Set<KeyKind> kinds(String path) {
        return Set.of(isUnder(path, ORGANIZATION) ? KeyKind.CHIRP_ADMIN : KeyKind.CHIRP_APP);
    }

    @Override
    public MutableHttpResponse<?> render(Refusal refusal, HttpRequest<?> request) {
        return RefusalAnswers.of(OtherFamilies.UNSERVED.insteadOf(refusal, request), FieldNames.of(request)).toResponse();
    }

    @Override
    public void describe(RateLimit.Standing standing, MutableHttpResponse<?> response) {
        response.header("X-RateLimit-Limit", Integer.toString(standing.limit()))
                .header("X-RateLimit-Remaining", Integer.toString(standing.remaining()))
                .header("X-RateLimit-Reset", Long.toString(standing.reset().getEpochSecond()));
    }

    private static boolean isUnder(String path, String prefix) {
        return path.startsWith(prefix) && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/');
    }
}
