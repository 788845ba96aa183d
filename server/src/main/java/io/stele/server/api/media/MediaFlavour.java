package io.stele.server.api.media;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.stele.core.project.KeyKind;
import io.stele.server.http.ApiFlavour;
import io.stele.server.http.Keys;
import io.stele.server.http.OwnEnvelope;
import io.stele.server.http.RateLimit;
import io.stele.server.http.Refusal;
import io.stele.server.media.MediaLinks;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;

/** Speaks for the links to files, which take no key. */
@Singleton
final class MediaFlavour implements ApiFlavour {

    @Override
    public boolean serves(String path) {
        return path.startsWith(MediaLinks.PATH);
    }

    @Override
    public int order() {
        return 6;
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
