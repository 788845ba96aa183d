package io.stele.server.api.chirp;

import io.micronaut.http.HttpHeaders;
import io.stele.adapters.chirp.ErrorCode;
import io.stele.adapters.chirp.ErrorType;
import io.stele.server.http.ContentCoding;
import io.stele.server.http.Refusal;
import java.time.Duration;
import java.util.Set;

/** What each refusal is in Chirp's words, with its status. */
final class RefusalAnswers {

    private RefusalAnswers() {}

    /** @param names of the request's fields */
    static ErrorAnswer of(Refusal refusal, FieldNames names) {
        return switch (refusal) {
            case Refusal.ByDomain(var rejection) -> RejectionAnswers.of(rejection, names);
            case Refusal.BadField(var field, String reason) -> ErrorAnswer.at(field.toString(), reason);
            case Refusal.BadBody(String reason) -> ErrorAnswer.of(
                    400, ErrorType.INVALID_REQUEST_ERROR, reason + ".");
            case Refusal.KeyMissing() -> ErrorAnswer.of(
                    401, ErrorType.AUTHENTICATION_ERROR, "An API key is required: Authorization: Bearer <key>.");
            case Refusal.KeyRefused() -> ErrorAnswer.of(
                    401,
                    ErrorType.AUTHENTICATION_ERROR,
                    "This API key is unknown, or is not of the kind that this path takes.");
            case Refusal.UnknownPath(String unknown) -> ErrorAnswer.of(
                    404, ErrorType.INVALID_REQUEST_ERROR, "There is no " + unknown + ".");
            case Refusal.WrongMethod(String method, Set<String> allowed) -> ErrorAnswer.of(
                            405, ErrorType.INVALID_REQUEST_ERROR, "This path does not take " + method + ".")
                    .withHeader(HttpHeaders.ALLOW, String.join(", ", allowed));
            case Refusal.WrongContentType(String contentType) -> ErrorAnswer.of(
                    415,
                    ErrorType.INVALID_REQUEST_ERROR,
                    contentType.isEmpty()
                            ? "Bodies are application/json."
                            : "Bodies are application/json, not " + contentType + ".");
            case Refusal.WrongContentCoding(String coding) -> ErrorAnswer.of(
                            415, ErrorType.INVALID_REQUEST_ERROR, "Bodies must not be compressed, as " + coding + " is.")
                    .withHeader(HttpHeaders.ACCEPT_ENCODING, ContentCoding.NONE);
            case Refusal.BodyTooLarge(long limit) -> ErrorAnswer.of(
                    413, ErrorType.INVALID_REQUEST_ERROR, "The body may have at most " + limit + " bytes.");
            case Refusal.NotOffered(String what) -> ErrorAnswer.of(
                    501, ErrorType.API_ERROR, "This server does not offer " + what + ".");
            case Refusal.TooMany(Duration retryAfter) -> ErrorAnswer.of(
                            429, ErrorType.INVALID_REQUEST_ERROR, "Too many requests; try again later.")
                    .withCode(ErrorCode.RATE_LIMIT_EXCEEDED)
                    .withRetryAfter(retryAfter);
            case Refusal.Fault() -> ErrorAnswer.of(500, ErrorType.API_ERROR, "Something went wrong on the server.");
        };
    }
}
