package io.stele.server.api.chirp;

import io.micronaut.json.tree.JsonNode;
import io.stele.contracts.chirp.ErrorEnvelope;
import io.stele.core.message.Failure;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What WhatsApp's side says, in Chirp's words (contract §1.3, §1.4). */
final class ProviderAnswers {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    private ProviderAnswers() {}

    /** It refuses. */
    static ErrorAnswer refused(Failure failure) {
        boolean isNumber = NUMBER.matcher(failure.code()).matches();
        ErrorAnswer answer = of(isNumber ? Integer.parseInt(failure.code()) : -1, failure.sentence());
        return answer.withProvider(new ErrorEnvelope.Provider(
                "meta",
                isNumber
                        ? JsonNode.createNumberNode(Integer.parseInt(failure.code()))
                        : JsonNode.createStringNode(failure.code()),
                failure.title(),
                null));
    }

    /** It does not answer, or asks to wait. */
    static ErrorAnswer unavailable(Duration retryAfter) {
        return ErrorAnswer.of(424, ErrorType.API_ERROR, "WhatsApp cannot be reached; try again later.")
                .withCode(ErrorCode.META_API_UNAVAILABLE)
                .withRetryAfter(retryAfter);
    }

    private static ErrorAnswer of(int code, String message) {
        return switch (code) {
            case 130472, 131026, 131049 -> provider(402, ErrorCode.MESSAGE_UNDELIVERABLE, message);
            case 131047 -> provider(402, ErrorCode.CONVERSATION_WINDOW_EXPIRED, message);
            case 131037 -> provider(402, ErrorCode.DISPLAY_NAME_NOT_APPROVED, message);
            case 368, 130497, 131031, 131042 -> provider(403, ErrorCode.ACCOUNT_RESTRICTED, message);
            case 80007, 130429, 131048, 131056 -> provider(429, ErrorCode.WHATSAPP_RATE_LIMITED, message);
            case 131051 -> request(400, ErrorCode.UNSUPPORTED_MESSAGE_TYPE, message);
            case 132000, 132012 -> request(400, ErrorCode.TEMPLATE_PARAMETER_MISMATCH, message);
            case 132001, 132015, 132016 -> request(404, ErrorCode.TEMPLATE_NOT_FOUND, message);
            case 133010 -> request(400, ErrorCode.WHATSAPP_NOT_CONFIGURED, message);
            case 1, 131000 -> server(ErrorCode.META_API_ERROR, message);
            case 2, 131016 -> server(ErrorCode.META_API_UNAVAILABLE, message);
            default -> provider(402, null, message);
        };
    }

    private static ErrorAnswer provider(int status, @Nullable ErrorCode code, String message) {
        ErrorAnswer answer = ErrorAnswer.of(status, ErrorType.PROVIDER_ERROR, message);
        return code == null ? answer : answer.withCode(code);
    }

    private static ErrorAnswer request(int status, ErrorCode code, String message) {
        return ErrorAnswer.of(status, ErrorType.INVALID_REQUEST_ERROR, message).withCode(code);
    }

    private static ErrorAnswer server(ErrorCode code, String message) {
        return ErrorAnswer.of(424, ErrorType.API_ERROR, message).withCode(code);
    }
}
