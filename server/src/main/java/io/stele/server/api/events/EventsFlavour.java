package io.stele.server.api.events;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.stele.core.project.KeyKind;
import io.stele.server.http.ApiFlavour;
import io.stele.server.http.Keys;
import io.stele.server.http.OwnEnvelope;
import io.stele.server.http.RateLimit;
import io.stele.server.http.Refusal;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Speaks for the event log, which any key of a project opens: as a bearer, or in Kapso's header. */
@Singleton
final class EventsFlavour implements ApiFlavour {

    @Override
    public boolean serves(String path) {
        return path.equals("/events") || path.startsWith("/events/");
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
    public Optional<String> key(HttpRequest<?> request) {
        return Keys.ofAny(request);
    }

    @Override
    public Set<KeyKind> kinds(String path) {
        return EnumSet.allOf(KeyKind.class);
    }

    @Override
    public MutableHttpResponse<?> render(Refusal refusal, HttpRequest<?> request) {
        return OwnEnvelope.of(refusal);
    }

    @Override
    public void describe(RateLimit.Standing standing, MutableHttpResponse<?> response) {
        response.header("X-RateLimit-Limit", String.valueOf(standing.limit()));
        response.header("X-RateLimit-Remaining", String.valueOf(standing.remaining()));
    }
}
