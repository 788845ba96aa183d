package io.stele.server.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.stele.core.project.KeyKind;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Paths of Stele's own that any key of a project opens, whichever API it is for: as a bearer, or in Kapso's header. */
public abstract class AnyKeyFlavour extends OwnFlavour {

    /** @param segment the first segment of its paths */
    protected AnyKeyFlavour(int order, String segment) {
        super(order, segment);
    }

    @Override
    public final Optional<String> key(HttpRequest<?> request) {
        return Keys.ofAny(request);
    }

    @Override
    public final Set<KeyKind> kinds(String path) {
        return EnumSet.allOf(KeyKind.class);
    }

    @Override
    public final void describe(RateLimit.Standing standing, MutableHttpResponse<?> response) {
        response.header("X-RateLimit-Limit", String.valueOf(standing.limit()));
        response.header("X-RateLimit-Remaining", String.valueOf(standing.remaining()));
    }
}
