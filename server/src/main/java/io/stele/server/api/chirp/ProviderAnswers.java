package io.stele.server.api.chirp;

import io.stele.adapters.chirp.ErrorCode;
import io.stele.adapters.chirp.ErrorType;
import io.stele.adapters.chirp.ProviderError;
import io.stele.core.message.Failure;
import java.time.Duration;

/** What WhatsApp's side says, in Chirp's words (contract §1.3, §1.4). */
final class ProviderAnswers {

    private ProviderAnswers() {}

    /** It refuses. */
    static ErrorAnswer refused(Failure failure) {
        ProviderError error = ProviderError.of(failure);
        ErrorAnswer answer = ErrorAnswer.of(error.status(), error.type(), error.message());
        ErrorAnswer coded = error.code() == null ? answer : answer.withCode(error.code());
        return coded.withProvider(error.provider());
    }

    /** It does not answer, or asks to wait. */
    static ErrorAnswer unavailable(Duration retryAfter) {
        return ErrorAnswer.of(424, ErrorType.API_ERROR, "WhatsApp cannot be reached; try again later.")
                .withCode(ErrorCode.META_API_UNAVAILABLE)
                .withRetryAfter(retryAfter);
    }
}
