package io.stele.server.api.zavu;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.stele.core.project.KeyKind;
import io.stele.server.http.ApiFlavour;
import io.stele.server.http.Keys;
import io.stele.server.http.RateLimit;
import io.stele.server.http.Refusal;
import io.stele.server.http.UnservedPaths;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;

/** Zavu: whose paths, whose keys, whose envelope (contract §1). */
@Singleton
final class ZavuApi implements ApiFlavour {

    private static final UnservedPaths UNSERVED = new UnservedPaths(OtherFamilies.PATHS);

    @Override
    public boolean serves(String path) {
        return path.equals("/v1") || path.startsWith("/v1/") || path.equals("/v2") || path.startsWith("/v2/");
    }

    /** After the APIs that have a part of {@code /v1} to themselves. */
    @Override
    public int order() {
        return 30;
    }

    @Override
    public boolean recognises(String key) {
        return key.startsWith("zv_");
    }

    /** The link to a file carries its own proof. */
    @Override
    public boolean isOpen(String path) {
        return path.startsWith(FileLinks.PATH);
    }

    @Override
    public Optional<String> key(HttpRequest<?> request) {
        return Keys.bearer(request);
    }

    @Override
    public Set<KeyKind> kinds(String path) {
        return Set.of(KeyKind.ZAVU);
    }

    @Override
    public MutableHttpResponse<?> render(Refusal refusal, HttpRequest<?> request) {
        return Refusals.of(UNSERVED.insteadOf(refusal, request)).toResponse();
    }

    @Override
    public void describe(RateLimit.Standing standing, MutableHttpResponse<?> response) {
        response.header("X-RateLimit-Limit", Integer.toString(standing.limit()))
                .header("X-RateLimit-Remaining", Integer.toString(standing.remaining()))
                .header("X-RateLimit-Reset", Long.toString(standing.reset().toEpochMilli()));
    }
}
