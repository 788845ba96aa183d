package io.stele.server.api.operator;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.serde.annotation.Serdeable;
import io.stele.core.project.KeyKind;
import io.stele.server.http.ApiFlavour;
import io.stele.server.http.Keys;
import io.stele.server.http.RateLimit;
import io.stele.server.http.Refusal;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;

/** Speaks for the operator's paths. No project's key opens them; errors are {@code {"code","message"}}. */
@Singleton
final class OperatorFlavour implements ApiFlavour {

    private static final Set<String> ROOTS = Set.of("operator", "openapi", "health");

    @Serdeable
    record Problem(String code, String message) {}

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
        return switch (refusal) {
            case Refusal.ByDomain _ -> problem(HttpStatus.BAD_REQUEST, "invalid_request", "The request breaks a rule.");
            case Refusal.BadField(String field, String reason) ->
                problem(HttpStatus.BAD_REQUEST, "invalid_request", field + " " + reason + ".");
            case Refusal.BadBody(String reason) -> problem(HttpStatus.BAD_REQUEST, "invalid_request", reason + ".");
            case Refusal.KeyMissing _ -> problem(HttpStatus.UNAUTHORIZED, "unauthorized", "The operator's token is missing.");
            case Refusal.KeyRefused _ -> problem(HttpStatus.UNAUTHORIZED, "unauthorized", "The operator's token is wrong.");
            case Refusal.UnknownPath(String path) -> problem(HttpStatus.NOT_FOUND, "not_found", "There is no " + path + ".");
            case Refusal.WrongMethod(String method, var allowed) ->
                problem(HttpStatus.METHOD_NOT_ALLOWED, "method_not_allowed", method + " is not possible here.")
                        .header(HttpHeaders.ALLOW, String.join(", ", allowed));
            case Refusal.WrongContentType(String type) ->
                problem(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported_media_type", "The body must be JSON, not " + type + ".");
            case Refusal.BodyTooLarge(long limit) ->
                problem(HttpStatus.REQUEST_ENTITY_TOO_LARGE, "body_too_large", "The body may have " + limit + " bytes.");
            case Refusal.NotOffered(String what) -> problem(HttpStatus.NOT_IMPLEMENTED, "not_offered", what + " is not offered.");
            case Refusal.TooMany(var after) ->
                problem(HttpStatus.TOO_MANY_REQUESTS, "rate_limited", "Ask again in " + after.toSeconds() + " seconds.");
            case Refusal.Fault _ -> problem(HttpStatus.INTERNAL_SERVER_ERROR, "internal_error", "The server failed.");
        };
    }

    /** Nobody is counted here. */
    @Override
    public void describe(RateLimit.Standing standing, MutableHttpResponse<?> response) {}

    private static MutableHttpResponse<?> problem(HttpStatus status, String code, String message) {
        return HttpResponse.status(status)
                .contentType(MediaType.APPLICATION_JSON_TYPE)
                .body(new Problem(code, message));
    }
}
