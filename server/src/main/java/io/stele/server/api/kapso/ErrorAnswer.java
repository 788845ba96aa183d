package io.stele.server.api.kapso;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.stele.contracts.kapso.ErrorResponse;
import io.stele.contracts.kapso.GraphErrorResponse;
import io.stele.contracts.kapso.graph.GraphError;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An error in one of Kapso's two envelopes (contract §1.3).
 *
 * @param body a {@link GraphErrorResponse} or an {@link ErrorResponse}
 */
record ErrorAnswer(int status, Object body, Map<String, String> headers) {

    ErrorAnswer {
        headers = Map.copyOf(headers);
    }

    /** Meta's form, of the type that most errors have. */
    static ErrorAnswer graph(int status, int code, String message, @Nullable String details) {
        return graph(status, "OAuthException", code, null, "(#" + code + ") " + message, details, null);
    }

    /** Meta's form, with the message as it is given. */
    static ErrorAnswer graph(
            int status,
            String type,
            int code,
            @Nullable Integer subcode,
            String message,
            @Nullable String details,
            @Nullable String nextSteps) {
        GraphError.Data data = details == null ? null : new GraphError.Data("whatsapp", details);
        return new ErrorAnswer(
                status,
                new GraphErrorResponse(
                        new GraphError(message, type, code, data, subcode, null, null), nextSteps),
                Map.of());
    }

    /** Kapso's own form. */
    static ErrorAnswer flat(int status, String error) {
        return flat(status, error, null, null);
    }

    /** Kapso's own form with a word for programs, or more about it. */
    static ErrorAnswer flat(int status, String error, @Nullable String code, @Nullable String message) {
        return new ErrorAnswer(status, new ErrorResponse(error, code, message, null, null, null), Map.of());
    }

    ErrorAnswer withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new ErrorAnswer(status, body, more);
    }

    /** This error with the advice to wait, in whole seconds, at least one. */
    ErrorAnswer withRetryAfter(Duration wait) {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        return withHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    }

    MutableHttpResponse<?> toResponse() {
        MutableHttpResponse<Object> response = HttpResponse.status(status, null)
                .body(body)
                .contentType(MediaType.APPLICATION_JSON_TYPE);
        headers.forEach(response::header);
        return response;
    }
}
