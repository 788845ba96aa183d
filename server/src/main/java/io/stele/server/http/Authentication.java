package io.stele.server.http;

import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpAttributes;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.stele.core.project.ApiKey;
import io.stele.core.project.ApiKeys;
import io.stele.core.project.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets a request through when it carries a key that its path takes, counts it against the key's rate, and sees to it that its
 * body finds room. Comes before everything else but {@link PostAdmission}: without a key nobody learns which paths there are.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(-100)
final class Authentication {

    static final String PRINCIPAL = "stele.principal";
    static final String STANDING = "stele.standing";

    private final Flavours flavours;
    private final ApiKeys keys;
    private final RateLimit limit;
    private final BodyAdmission bodies;

    Authentication(Flavours flavours, ApiKeys keys, RateLimit limit, BodyAdmission bodies) {
        this.flavours = flavours;
        this.keys = keys;
        this.limit = limit;
        this.bodies = bodies;
    }

    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Nullable MutableHttpResponse<?> authenticate(HttpRequest<?> request) {
        Optional<ApiFlavour> serving = flavours.serving(request);
        if (serving.isEmpty() || serving.get().isOpen(request.getPath())) {
            return null;
        }
        ApiFlavour flavour = serving.get();
        Optional<String> key = flavour.key(request);
        if (key.isEmpty()) {
            return flavour.render(new Refusal.KeyMissing(), request);
        }
        Optional<Principal> owner = keys.owner(new ApiKey(key.get()).hash())
                .filter(principal -> flavour.kinds(request.getPath()).contains(principal.kind()));
        if (owner.isEmpty()) {
            return flavour.render(new Refusal.KeyRefused(), request);
        }
        request.setAttribute(PRINCIPAL, owner.get());
        MutableHttpResponse<?> tooMany =
                limit.count(owner.get().keyId()).map(standing -> counted(request, flavour, standing)).orElse(null);
        return tooMany != null
                ? tooMany
                : bodies.refusal(request)
                        .map(refusal -> flavour.render(refusal, request))
                        .orElse(null);
    }

    @ResponseFilter
    void describe(HttpRequest<?> request, MutableHttpResponse<?> response) {
        bodies.answered(request);
        request.getAttribute(STANDING, RateLimit.Standing.class)
                .ifPresent(standing -> flavours.speaking(request).describe(standing, response));
        response.removeAttribute(HttpAttributes.EXCEPTION, Throwable.class);
    }

    private static @Nullable MutableHttpResponse<?> counted(
            HttpRequest<?> request, ApiFlavour flavour, RateLimit.Standing standing) {
        request.setAttribute(STANDING, standing);
        if (standing.within()) {
            return null;
        }
        MutableHttpResponse<?> response = flavour.render(new Refusal.TooMany(standing.untilReset()), request);
        flavour.describe(standing, response);
        return response;
    }
}
