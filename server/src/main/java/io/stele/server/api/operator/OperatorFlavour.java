package io.stele.server.api.operator;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.stele.core.project.KeyKind;
import io.stele.server.http.ApiFlavour;
import io.stele.server.http.Keys;
import io.stele.server.http.OwnEnvelope;
import io.stele.server.http.RateLimit;
import io.stele.server.http.Refusal;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;

/** Speaks for the operator's paths. No project's key opens them. */
@Singleton
final class OperatorFlavour implements ApiFlavour {

    private static final Set<String> ROOTS = Set.of("operator", "openapi", "health");

    @Override
    public boolean serves(String path) {
        int end = path.indexOf('/', 1);
        return !path.isEmpty() && ROOTS.contains(path.substring(1, end < 0 ? path.length() : end));
    }

    @Override
    public int order() {
        return 5;
    }

    @Override
    public boolean recognises(String key) {
        return false;
    }

    @Override
    public boolean isOpen(String path) {
        return true;
    }

    @Override
    public Optional<String> key(HttpRequest<?> request) {
        return Keys.bearer(request);
    }

    @Override
    public Set<KeyKind> kinds(String path) {
        return Set.of();
    }

    @Override
    public MutableHttpResponse<?> render(Refusal refusal, HttpRequest<?> request) {
        return OwnEnvelope.of(refusal);
    }

    /** Nobody is counted here. */
    @Override
    public void describe(RateLimit.Standing standing, MutableHttpResponse<?> response) {}
}
