package io.stele.server.api.hook;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.stele.core.project.KeyKind;
import io.stele.server.http.ApiFlavour;
import io.stele.server.http.OwnEnvelope;
import io.stele.server.http.RateLimit;
import io.stele.server.http.Refusal;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;

/** Speaks for the paths to which providers post. Whoever knows the address may ask; a signature decides. */
@Singleton
final class HookFlavour implements ApiFlavour {

    @Override
    public boolean serves(String path) {
        return path.equals("/hooks") || path.startsWith("/hooks/");
    }

    @Override
    public int order() {
        return 7;
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
        return Optional.empty();
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
