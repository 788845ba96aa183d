package io.stele.server.api.chirp;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.stele.adapters.chirp.ErrorCode;
import io.stele.adapters.chirp.ErrorType;
import io.stele.contracts.chirp.ErrorEnvelope;
import io.stele.server.http.RetryAfter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An error of Chirp's (contract §1.3).
 *
 * @param code null for the many errors that have none
 * @param message a sentence that an end user may see
 * @param param the parameter at fault; null when it is none
 * @param provider what Meta says; null when the error is not of its making
 * @param headers that go with it
 */
record ErrorAnswer(
        int status,
        ErrorType type,
        @Nullable ErrorCode code,
        String message,
        @Nullable String param,
        ErrorEnvelope.@Nullable Provider provider,
        Map<String, String> headers) {

    ErrorAnswer {
        headers = Map.copyOf(headers);
    }

    /** An error with neither code nor parameter. */
    static ErrorAnswer of(int status, ErrorType type, String message) {
        return new ErrorAnswer(status, type, null, message, null, null, Map.of());
    }

    /** A request that is wrong in this parameter. */
    static ErrorAnswer at(String param, String reason) {
        return of(400, ErrorType.INVALID_REQUEST_ERROR, param + " " + reason + ".").withParam(param);
    }

    ErrorAnswer withCode(ErrorCode other) {
        return new ErrorAnswer(status, type, other, message, param, provider, headers);
    }

    ErrorAnswer withParam(String other) {
        return new ErrorAnswer(status, type, code, message, other, provider, headers);
    }

    ErrorAnswer withProvider(ErrorEnvelope.Provider other) {
        return new ErrorAnswer(status, type, code, message, param, other, headers);
    }

    ErrorAnswer withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new ErrorAnswer(status, type, code, message, param, provider, more);
    }

    /** This error with the advice to wait. */
    ErrorAnswer withRetryAfter(Duration wait) {
        return withHeader(HttpHeaders.RETRY_AFTER, RetryAfter.seconds(wait));
    }

    MutableHttpResponse<?> toResponse() {
        MutableHttpResponse<ErrorEnvelope> response = HttpResponse.<ErrorEnvelope>status(status, null)
                .body(new ErrorEnvelope(new ErrorEnvelope.Detail(
                        type.wireName(),
                        code == null ? null : code.wireName(),
                        message,
                        code == null ? null : code.documentation(),
                        param,
                        provider)))
                .contentType(MediaType.APPLICATION_JSON_TYPE);
        headers.forEach(response::header);
        return response;
    }
}
