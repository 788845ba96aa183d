package io.stele.server.api.kapso;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.stele.adapters.kapso.Surface;
import io.stele.core.message.Content;
import io.stele.core.project.KeyKind;
import io.stele.server.http.ApiFlavour;
import io.stele.server.http.Keys;
import io.stele.server.http.RateLimit;
import io.stele.server.http.Refusal;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;

/** Kapso: whose paths, whose keys, whose envelope (contract §1). */
@Singleton
final class KapsoApi implements ApiFlavour {

    /** The attribute of a request under which what it wants sent stands, once it has been read. */
    static final String CONTENT = "stele.kapso.content";

    @Override
    public boolean serves(String path) {
        return Paths.areKapsos(path);
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public boolean recognises(String key) {
        return key.startsWith("kp_");
    }

    /** The link to a file carries its own proof (contract §1.2). */
    @Override
    public boolean isOpen(String path) {
        return path.equals(DownloadLinks.PATH);
    }

    /** The platform takes no bearer token (contract §1.2). */
    @Override
    public Optional<String> key(HttpRequest<?> request) {
        Optional<String> key = Keys.kapso(request);
        return switch (Paths.surface(request.getPath())) {
            case PROXY -> key.or(() -> Keys.bearer(request));
            case PLATFORM -> key;
        };
    }

    @Override
    public Set<KeyKind> kinds(String path) {
        return Set.of(KeyKind.KAPSO);
    }

    @Override
    public MutableHttpResponse<?> render(Refusal refusal, HttpRequest<?> request) {
        Refusal told = OtherFamilies.TABLE.insteadOf(refusal, request);
        Surface surface = Paths.surface(request.getPath());
        return switch (surface) {
            case PROXY -> ProxyErrors.of(told, request.getAttribute(CONTENT, Content.class).orElse(null)).toResponse();
            case PLATFORM -> PlatformErrors.of(told, request.getMethodName()).toResponse();
        };
    }

    @Override
    public void describe(RateLimit.Standing standing, MutableHttpResponse<?> response) {
        response.header("X-RateLimit-Limit", Integer.toString(standing.limit()))
                .header("X-RateLimit-Remaining", Integer.toString(standing.remaining()));
    }
}
