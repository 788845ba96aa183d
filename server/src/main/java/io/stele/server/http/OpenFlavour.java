package io.stele.server.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.stele.core.project.KeyKind;
import java.util.Optional;
import java.util.Set;

/** Paths of Stele's own that no project's key opens: anybody may ask, and whoever answers decides by other means. Nobody is counted here. */
public abstract class OpenFlavour extends OwnFlavour {

    /** @param segments the first segments of its paths */
    protected OpenFlavour(int order, String... segments) {
        super(order, segments);
    }

    @Override
    public final boolean isOpen(String path) {
        return true;
    }

    @Override
    public final Optional<String> key(HttpRequest<?> request) {
        return Optional.empty();
    }

    @Override
    public final Set<KeyKind> kinds(String path) {
        return Set.of();
    }

    @Override
    public final void describe(RateLimit.Standing standing, MutableHttpResponse<?> response) {}
}
