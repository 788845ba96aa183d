package io.stele.server.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.serde.annotation.Serdeable;
import io.stele.core.refusal.Rejection;
import java.util.Locale;

/** Refusals on the paths that are Stele's own and no provider's: {@code {"code","message"}}. */
public final class OwnEnvelope {

    @Serdeable
    record Problem(String code, String message) {}

    private OwnEnvelope() {}

    /** The refusal with its status. */
    public static MutableHttpResponse<?> of(Refusal refusal) {
        return switch (refusal) {
            case Refusal.ByDomain(Rejection rejection) -> of(rejection);
            case Refusal.BadField(var field, String reason) ->
                problem(HttpStatus.BAD_REQUEST, "invalid_request", field + " " + reason + ".");
            case Refusal.BadBody(String reason) -> problem(HttpStatus.BAD_REQUEST, "invalid_request", reason + ".");
            case Refusal.KeyMissing _ -> problem(HttpStatus.UNAUTHORIZED, "unauthorized", "The key is missing.");
            case Refusal.KeyRefused _ -> problem(HttpStatus.UNAUTHORIZED, "unauthorized", "The key is wrong.");
            case Refusal.UnknownPath(String path) -> problem(HttpStatus.NOT_FOUND, "not_found", "There is no " + path + ".");
            case Refusal.WrongMethod(String method, var allowed) ->
                problem(HttpStatus.METHOD_NOT_ALLOWED, "method_not_allowed", method + " is not possible here.")
                        .header(HttpHeaders.ALLOW, String.join(", ", allowed));
            case Refusal.WrongContentType(String type) ->
                problem(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported_media_type", "The body must be JSON, not " + type + ".");
            case Refusal.WrongContentCoding(String coding) ->
                problem(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported_media_type", "The body must not be compressed, as " + coding + " is.")
                        .header(HttpHeaders.ACCEPT_ENCODING, ContentCoding.NONE);
            case Refusal.BodyTooLarge(long limit) ->
                problem(HttpStatus.REQUEST_ENTITY_TOO_LARGE, "body_too_large", "The body may have " + limit + " bytes.");
            case Refusal.NotOffered(String what) -> problem(HttpStatus.NOT_IMPLEMENTED, "not_offered", what + " is not offered.");
            case Refusal.TooMany(var after) ->
                problem(HttpStatus.TOO_MANY_REQUESTS, "rate_limited", "Too many requests; ask again later.")
                        .header(HttpHeaders.RETRY_AFTER, RetryAfter.seconds(after));
            case Refusal.Fault _ -> problem(HttpStatus.INTERNAL_SERVER_ERROR, "internal_error", "The server failed.");
        };
    }

    private static MutableHttpResponse<?> of(Rejection rejection) {
        return switch (rejection) {
            case Rejection.InvalidField(var field, var positions, String reason) ->
                problem(HttpStatus.BAD_REQUEST, "invalid_request", name(field) + " " + reason + ".");
            case Rejection.NotFound(var resource, String id) ->
                problem(HttpStatus.NOT_FOUND, "not_found", "There is no " + name(resource) + " " + id + ".");
            case Rejection.WindowClosed _ ->
                problem(HttpStatus.BAD_REQUEST, "window_closed", "The 24-hour window is closed.");
            case Rejection.MarketingStopped _ ->
                problem(HttpStatus.BAD_REQUEST, "marketing_stopped", "The recipient has asked to get no marketing.");
            case Rejection.ChannelNotAvailable(var channel) ->
                problem(HttpStatus.BAD_REQUEST, "invalid_request", "There is no endpoint on " + name(channel) + ".");
            case Rejection.NoChannel(String reason) -> problem(HttpStatus.BAD_REQUEST, "invalid_request", reason + ".");
            case Rejection.EndpointDisconnected _ ->
                problem(HttpStatus.BAD_REQUEST, "bad_request", "The number has been disconnected.");
            case Rejection.AlreadyConnected(String phoneNumberId) ->
                problem(HttpStatus.CONFLICT, "conflict", "The number " + phoneNumberId + " is connected already.");
            case Rejection.RecipientIsSender _ ->
                problem(HttpStatus.BAD_REQUEST, "invalid_request", "A number cannot send to itself.");
            case Rejection.ContentNotSupported(var channel, var kind) ->
                problem(HttpStatus.BAD_REQUEST, "invalid_request", name(channel) + " carries no " + name(kind) + ".");
            case Rejection.WrongState(String reason) -> problem(HttpStatus.BAD_REQUEST, "bad_request", reason + ".");
            case Rejection.IdempotencyKeyReused(String key, _) ->
                problem(HttpStatus.CONFLICT, "idempotency_conflict", "The key " + key + " was used for another request.");
            case Rejection.NotYetHere(var after) ->
                problem(HttpStatus.SERVICE_UNAVAILABLE, "not_yet_here", "It is still being fetched; ask again later.")
                        .header(HttpHeaders.RETRY_AFTER, RetryAfter.seconds(after));
            case Rejection.Overloaded(var after) ->
                problem(HttpStatus.SERVICE_UNAVAILABLE, "overloaded", "Ask again later.")
                        .header(HttpHeaders.RETRY_AFTER, RetryAfter.seconds(after));
            case Rejection.ProviderRefused(var failure) ->
                problem(HttpStatus.BAD_GATEWAY, "provider_refused", failure.sentence());
            case Rejection.ProviderUnavailable(var after) ->
                problem(HttpStatus.BAD_GATEWAY, "provider_unavailable", "The provider cannot be reached.")
                        .header(HttpHeaders.RETRY_AFTER, RetryAfter.seconds(after));
        };
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static MutableHttpResponse<?> problem(HttpStatus status, String code, String message) {
        return HttpResponse.status(status)
                .contentType(MediaType.APPLICATION_JSON_TYPE)
                .body(new Problem(code, message));
    }
}
