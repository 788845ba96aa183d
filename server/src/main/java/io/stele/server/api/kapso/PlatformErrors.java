package io.stele.server.api.kapso;

import io.micronaut.http.HttpHeaders;
import io.stele.adapters.kapso.KapsoFields;
import io.stele.core.message.Failure;
import io.stele.core.refusal.Field;
import io.stele.core.refusal.Rejection;
import io.stele.server.http.ContentCoding;
import io.stele.server.http.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** What each refusal is on the platform: a sentence in Kapso's own form (contract §1.4). */
final class PlatformErrors {

    private PlatformErrors() {}

    /** @param method a wrong value is 400 in a query, and 422 in a body */
    static ErrorAnswer of(Refusal refusal, String method) {
        return switch (refusal) {
            case Refusal.ByDomain(var rejection) -> of(rejection);
            case Refusal.BadField(var field, String reason) -> ErrorAnswer.flat(
                    method.equals("GET") ? 400 : 422, field + " " + reason);
            case Refusal.BadBody(String reason) -> ErrorAnswer.flat(400, reason);
            case Refusal.KeyMissing(), Refusal.KeyRefused() -> ErrorAnswer.flat(401, Sentences.KEY);
            case Refusal.UnknownPath(String path) -> ErrorAnswer.flat(404, "There is no " + path);
            case Refusal.WrongMethod(String wrong, Set<String> allowed) -> ErrorAnswer.flat(
                            405, "This path does not take " + wrong)
                    .withHeader(HttpHeaders.ALLOW, String.join(", ", allowed));
            case Refusal.WrongContentType(String contentType) -> ErrorAnswer.flat(
                    415, Sentences.contentType(contentType));
            case Refusal.WrongContentCoding(String coding) -> ErrorAnswer.flat(415, Sentences.contentCoding(coding))
                    .withHeader(HttpHeaders.ACCEPT_ENCODING, ContentCoding.NONE);
            case Refusal.BodyTooLarge(long limit) -> ErrorAnswer.flat(413, Sentences.tooLarge(limit));
            case Refusal.NotOffered(String what) -> ErrorAnswer.flat(
                    501, "This server does not offer " + what, "not_offered", null);
            case Refusal.TooMany(Duration retryAfter) -> ErrorAnswer.flat(
                            429, Sentences.RATE, null, Sentences.TRY_LATER)
                    .withRetryAfter(retryAfter);
            case Refusal.Fault() -> ErrorAnswer.flat(500, "Something went wrong");
        };
    }

    private static ErrorAnswer of(Rejection rejection) {
        return switch (rejection) {
            case Rejection.InvalidField(Field field, List<Integer> positions, String reason) -> ErrorAnswer.flat(
                    422, KapsoFields.onPlatform(field, positions) + " " + reason);
            case Rejection.NotFound(var resource, _) -> ErrorAnswer.flat(404, Sentences.notFound(resource));
            case Rejection.WindowClosed() -> ErrorAnswer.flat(422, Sentences.WINDOW, null, Sentences.WINDOW_ADVICE);
            case Rejection.MarketingStopped() -> ErrorAnswer.flat(
                    422, Sentences.MARKETING_STOPPED, "marketing_preference_stopped", null);
            case Rejection.EndpointDisconnected() -> ErrorAnswer.flat(422, Sentences.DISCONNECTED);
            case Rejection.AlreadyConnected _ -> ErrorAnswer.flat(409, Sentences.ALREADY_CONNECTED);
            case Rejection.RecipientIsSender() -> ErrorAnswer.flat(422, "A number cannot send to itself");
            case Rejection.ContentNotSupported _ -> ErrorAnswer.flat(422, "This kind of message cannot be sent");
            case Rejection.ChannelNotAvailable _ -> ErrorAnswer.flat(422, "The number cannot send on this channel");
            case Rejection.NoChannel(String reason) -> ErrorAnswer.flat(422, reason);
            case Rejection.WrongState(String reason) -> ErrorAnswer.flat(422, reason);
            case Rejection.IdempotencyKeyReused _ -> ErrorAnswer.flat(
                    409, Sentences.KEY_REUSED, "idempotency_key_reused", null);
            case Rejection.NotYetHere(Duration retryAfter) -> ErrorAnswer.flat(503, "The media is still being fetched")
                    .withRetryAfter(retryAfter);
            case Rejection.Overloaded(Duration retryAfter) -> ErrorAnswer.flat(503, "The server is busy")
                    .withRetryAfter(retryAfter);
            case Rejection.ProviderRefused(Failure failure) -> ErrorAnswer.flat(422, failure.message());
            case Rejection.ProviderUnavailable(Duration retryAfter) -> ErrorAnswer.flat(
                            502, "Meta API error: no answer")
                    .withRetryAfter(retryAfter);
        };
    }
}
