package io.stele.server.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import java.util.List;
import java.util.stream.Stream;

/** What no provider has and Stele offers beside their APIs, below paths that are nobody else's. No key tells by its form that it is for that. */
abstract class OwnFlavour implements ApiFlavour {

    private final int order;
    private final List<Root> roots;

    /** A first segment, with the slash before it, and what paths below it begin with. */
    private record Root(String path, String below) {}

    /** @param segments the first segments of its paths */
    OwnFlavour(int order, String... segments) {
        this.order = order;
        this.roots = Stream.of(segments)
                .map(segment -> new Root("/" + segment, "/" + segment + "/"))
                .toList();
    }

    @Override
    public final boolean serves(String path) {
        for (Root root : roots) {
            if (path.startsWith(root.below()) || path.equals(root.path())) {
                return true;
            }
        }
        return false;
    }

    @Override
    public final int order() {
        return order;
    }

    @Override
    public final boolean recognises(String key) {
        return false;
    }

    @Override
    public final MutableHttpResponse<?> render(Refusal refusal, HttpRequest<?> request) {
        return OwnEnvelope.of(refusal);
    }
}
