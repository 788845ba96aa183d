package io.stele.server.api.zavu;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpStatus;
import io.micronaut.json.tree.JsonNode;
import io.stele.adapters.FieldPath;
import io.stele.adapters.zavu.ZavuFields;
import io.stele.adapters.zavu.ZavuNames;
import io.stele.core.refusal.Rejection;
import io.stele.server.http.ContentCoding;
import io.stele.server.http.Refusal;
import java.util.Locale;

/** What each refusal is in Zavu's words, with its status and code (contract §1.5). */
final class Refusals {

    private static final String NOT_FOUND = "not_found";
    private static final String UNAUTHORIZED = "unauthorized";
    private static final FieldPath CHANNEL = FieldPath.of("channel");
    private static final FieldPath MESSAGE_TYPE = FieldPath.of("messageType");

    private Refusals() {}

    static ErrorAnswer of(Refusal refusal) {
        return switch (refusal) {
            case Refusal.ByDomain(Rejection rejection) -> of(rejection);
            case Refusal.BadField(var field, String reason) -> ErrorAnswer.at(field, reason);
            case Refusal.BadBody(String reason) ->
                ErrorAnswer.of(HttpStatus.BAD_REQUEST, "invalid_json", reason + ".");
            case Refusal.KeyMissing() ->
                ErrorAnswer.of(
                        HttpStatus.UNAUTHORIZED, UNAUTHORIZED, "An API key is required: Authorization: Bearer <key>.");
            case Refusal.KeyRefused() ->
                ErrorAnswer.of(HttpStatus.UNAUTHORIZED, UNAUTHORIZED, "This API key is not valid here.");
            case Refusal.UnknownPath(String path) ->
                ErrorAnswer.of(HttpStatus.NOT_FOUND, NOT_FOUND, "There is no " + path + ".");
            case Refusal.WrongMethod(String method, var allowed) ->
                ErrorAnswer.of(
                                HttpStatus.METHOD_NOT_ALLOWED,
                                "method_not_allowed",
                                "This path does not take " + method + ".")
                        .withHeader(HttpHeaders.ALLOW, String.join(", ", allowed));
            case Refusal.WrongContentType _ ->
                ErrorAnswer.of(
                        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                        "unsupported_media_type",
                        "The body must be declared as application/json.");
            case Refusal.WrongContentCoding(String coding) ->
                ErrorAnswer.of(
                                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                                "unsupported_media_type",
                                "The body must not be compressed, as " + coding + " is.")
                        .withHeader(HttpHeaders.ACCEPT_ENCODING, ContentCoding.NONE);
            case Refusal.BodyTooLarge(long limit) ->
                ErrorAnswer.of(
                        HttpStatus.REQUEST_ENTITY_TOO_LARGE,
                        "payload_too_large",
                        "The body may have at most " + limit + " bytes.");
            case Refusal.NotOffered(String what) ->
                ErrorAnswer.of(
                                HttpStatus.NOT_IMPLEMENTED,
                                "not_implemented",
                                "This server does not offer " + what + ".")
                        .notToBeRepeated();
            case Refusal.TooMany(var wait) ->
                ErrorAnswer.of(HttpStatus.TOO_MANY_REQUESTS, "rate_limited", "Too many requests in this minute.")
                        .with("retryAfter", JsonNode.createNumberNode(ErrorAnswer.seconds(wait)))
                        .withRetryAfter(wait);
            case Refusal.Fault() ->
                ErrorAnswer.of(
                        HttpStatus.INTERNAL_SERVER_ERROR, "internal_error", "Something went wrong on the server.");
        };
    }

    static ErrorAnswer of(Rejection rejection) {
        return switch (rejection) {
            case Rejection.InvalidField(var field, var positions, String reason) ->
                ErrorAnswer.at(ZavuFields.path(field, positions), reason);
            case Rejection.NotFound(var resource, String id) ->
                ErrorAnswer.of(HttpStatus.NOT_FOUND, NOT_FOUND, "There is no " + name(resource) + " " + id + ".");
            case Rejection.WindowClosed() ->
                ErrorAnswer.of(
                        HttpStatus.BAD_REQUEST,
                        "whatsapp_window_closed",
                        "The recipient has not written within the last 24 hours; send a template instead.");
            case Rejection.MarketingStopped() ->
                ErrorAnswer.of(
                        HttpStatus.BAD_REQUEST,
                        "marketing_stopped",
                        "The recipient has asked to get no marketing; templates of other categories can be sent.");
            case Rejection.ChannelNotAvailable(var channel) ->
                ErrorAnswer.at(CHANNEL, "is not available on this sender: " + ZavuNames.name(channel));
            case Rejection.NoChannel(String reason) -> ErrorAnswer.at(CHANNEL, reason, reason + ".");
            case Rejection.EndpointDisconnected() ->
                ErrorAnswer.of(HttpStatus.BAD_REQUEST, "bad_request", "The number has been disconnected.");
            case Rejection.AlreadyConnected(String phoneNumberId) ->
                ErrorAnswer.of(
                        HttpStatus.CONFLICT, "conflict", "The number " + phoneNumberId + " is connected already.");
            case Rejection.RecipientIsSender() -> ErrorAnswer.at(FieldPath.of("to"), "must not be the number that sends");
            case Rejection.ContentNotSupported(var channel, _) ->
                ErrorAnswer.at(MESSAGE_TYPE, "cannot be sent on the channel " + ZavuNames.name(channel));
            case Rejection.WrongState(String reason) ->
                ErrorAnswer.of(HttpStatus.BAD_REQUEST, "bad_request", reason + ".");
            case Rejection.IdempotencyKeyReused _ -> idempotencyConflict("The idempotency key was used for another request.");
            case Rejection.NotYetHere(var wait) ->
                ErrorAnswer.of(HttpStatus.SERVICE_UNAVAILABLE, "not_yet_here", "It is still being fetched; ask again later.")
                        .withRetryAfter(wait);
            case Rejection.Overloaded(var wait) ->
                ErrorAnswer.of(
                                HttpStatus.SERVICE_UNAVAILABLE,
                                "overloaded",
                                "The server is busy; ask again later.")
                        .withRetryAfter(wait);
            case Rejection.ProviderRefused(var failure) ->
                ErrorAnswer.of(HttpStatus.BAD_REQUEST, "invalid_request", failure.sentence())
                        .with("errorCode", JsonNode.createStringNode(failure.code()));
            case Rejection.ProviderUnavailable(var wait) ->
                ErrorAnswer.of(HttpStatus.BAD_GATEWAY, "provider_unavailable", "The provider cannot be reached.")
                        .withRetryAfter(wait);
        };
    }

    /** A send whose idempotency key is taken. Repeating it cannot help. */
    static ErrorAnswer idempotencyConflict(String message) {
        return ErrorAnswer.of(HttpStatus.CONFLICT, "idempotency_conflict", message)
                .notToBeRepeated();
    }

    private static String name(Rejection.Resource resource) {
        return switch (resource) {
            case MESSAGE, CONTACT, SENDER, TEMPLATE, ATTACHMENT, MEDIA, CUSTOMER, APP, WEBHOOK ->
                resource.name().toLowerCase(Locale.ROOT);
            case THREAD, CONVERSATION -> "conversation";
            case ENDPOINT -> "channel";
            case WEBHOOK_DELIVERY -> "webhook delivery";
        };
    }
}
