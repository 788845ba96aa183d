package io.stele.adapters.chirp;

import io.micronaut.json.tree.JsonNode;
import io.stele.contracts.chirp.ErrorEnvelope;
import io.stele.core.message.Failure;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What WhatsApp's side says of a message that it does not take, in Chirp's words (contract §1.3, §1.4).
 *
 * @param status with which a request is answered that it is the outcome of
 * @param code null where Chirp has none
 * @param message a sentence that an end user may see
 */
public record ProviderError(
        int status, ErrorType type, @Nullable ErrorCode code, String message, ErrorEnvelope.Provider provider) {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    /** The error of this failure. */
    public static ProviderError of(Failure failure) {
        boolean isNumber = isProviders(failure);
        JsonNode code = isNumber
                ? JsonNode.createNumberNode(Integer.parseInt(failure.code()))
                : JsonNode.createStringNode(failure.code());
        Words words = words(isNumber ? Integer.parseInt(failure.code()) : -1);
        return new ProviderError(
                words.status(),
                words.type(),
                words.code(),
                failure.sentence(),
                new ErrorEnvelope.Provider("meta", code, failure.title(), null));
    }

    /** Whether the failure has a code of Meta's, and not a word of ours. */
    public static boolean isProviders(Failure failure) {
        return NUMBER.matcher(failure.code()).matches();
    }

    /** The error as it is written where no request is at fault. */
    public ErrorEnvelope.Detail detail() {
        return new ErrorEnvelope.Detail(
                type.wireName(),
                code == null ? null : code.wireName(),
                message,
                code == null ? null : code.documentation(),
                null,
                provider);
    }

    private record Words(int status, ErrorType type, @Nullable ErrorCode code) {}

    private static Words words(int code) {
        return switch (code) {
            case 130472, 131026, 131049, 131050 -> provider(402, ErrorCode.MESSAGE_UNDELIVERABLE);
            case 131047 -> provider(402, ErrorCode.CONVERSATION_WINDOW_EXPIRED);
            case 131037 -> provider(402, ErrorCode.DISPLAY_NAME_NOT_APPROVED);
            case 368, 130497, 131031, 131042 -> provider(403, ErrorCode.ACCOUNT_RESTRICTED);
            case 80007, 130429, 131048, 131056 -> provider(429, ErrorCode.WHATSAPP_RATE_LIMITED);
            case 131051 -> request(400, ErrorCode.UNSUPPORTED_MESSAGE_TYPE);
            case 132000, 132012 -> request(400, ErrorCode.TEMPLATE_PARAMETER_MISMATCH);
            case 132001, 132015, 132016 -> request(404, ErrorCode.TEMPLATE_NOT_FOUND);
            case 133010 -> request(400, ErrorCode.WHATSAPP_NOT_CONFIGURED);
            case 1, 131000 -> server(ErrorCode.META_API_ERROR);
            case 2, 131016 -> server(ErrorCode.META_API_UNAVAILABLE);
            default -> provider(402, null);
        };
    }

    private static Words provider(int status, @Nullable ErrorCode code) {
        return new Words(status, ErrorType.PROVIDER_ERROR, code);
    }

    private static Words request(int status, ErrorCode code) {
        return new Words(status, ErrorType.INVALID_REQUEST_ERROR, code);
    }

    private static Words server(ErrorCode code) {
        return new Words(424, ErrorType.API_ERROR, code);
    }
}
