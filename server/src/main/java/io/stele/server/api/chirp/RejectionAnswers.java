package io.stele.server.api.chirp;

import io.micronaut.json.tree.JsonNode;
import io.stele.adapters.chirp.ErrorCode;
import io.stele.adapters.chirp.ErrorType;
import io.stele.contracts.chirp.ErrorEnvelope;
import io.stele.core.message.Failure;
import io.stele.core.refusal.Field;
import io.stele.core.refusal.Rejection;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What each rejection of the domain is in Chirp's words, with its status and code (contract §1.4). */
final class RejectionAnswers {

    /** As Meta words it, who would refuse it too. */
    private static final Failure MARKETING_STOPPED =
            new Failure(Failure.MARKETING_STOPPED, "Recipient has stopped marketing messages", null);

    private static final int META_WINDOW_CLOSED = 131047;

    private RejectionAnswers() {}

    /** @param names of the request's fields */
    static ErrorAnswer of(Rejection rejection, FieldNames names) {
        return switch (rejection) {
            case Rejection.InvalidField(Field field, List<Integer> positions, String reason) -> invalid(
                    field, names.path(field, positions), reason);
            case Rejection.NotFound(var resource, String id) -> notFound(resource, id);
            case Rejection.WindowClosed() -> ErrorAnswer.of(
                            402,
                            ErrorType.PROVIDER_ERROR,
                            "The customer service window is closed; send a template instead.")
                    .withCode(ErrorCode.CONVERSATION_WINDOW_EXPIRED)
                    .withProvider(new ErrorEnvelope.Provider(
                            "meta",
                            JsonNode.createNumberNode(META_WINDOW_CLOSED),
                            "Re-engagement message",
                            null));
            case Rejection.MarketingStopped() -> ProviderAnswers.refused(MARKETING_STOPPED);
            case Rejection.ChannelNotAvailable _ -> ErrorAnswer.of(
                            400, ErrorType.INVALID_REQUEST_ERROR, "WhatsApp is not set up for this sender.")
                    .withCode(ErrorCode.WHATSAPP_NOT_CONFIGURED);
            case Rejection.NoChannel(String reason) -> ErrorAnswer.of(
                    400, ErrorType.INVALID_REQUEST_ERROR, reason + ".");
            case Rejection.EndpointDisconnected() -> ErrorAnswer.of(
                            400, ErrorType.INVALID_REQUEST_ERROR, "The phone number has been disconnected.")
                    .withCode(ErrorCode.WHATSAPP_NOT_CONFIGURED);
            case Rejection.AlreadyConnected(String phoneNumberId) -> ErrorAnswer.of(
                    409, ErrorType.INVALID_REQUEST_ERROR, "The number " + phoneNumberId + " is connected already.");
            case Rejection.RecipientIsSender() -> invalid(Field.TO, "to", "must not be the number that sends");
            case Rejection.ContentNotSupported(_, var kind) -> ErrorAnswer.at(
                            "type", "must be a type that WhatsApp carries, not " + kind.name().toLowerCase(Locale.ROOT))
                    .withCode(ErrorCode.UNSUPPORTED_MESSAGE_TYPE);
            case Rejection.WrongState(String reason) -> ErrorAnswer.of(
                    400, ErrorType.INVALID_REQUEST_ERROR, reason + ".");
            case Rejection.IdempotencyKeyReused(String key, _) -> ErrorAnswer.of(
                            409,
                            ErrorType.INVALID_REQUEST_ERROR,
                            "The idempotency key " + key + " belongs to another request.")
                    .withParam(names.path(Field.IDEMPOTENCY_KEY, List.of()));
            case Rejection.NotYetHere(Duration retryAfter) -> ErrorAnswer.of(
                            503, ErrorType.API_ERROR, "The media is still being fetched; try again later.")
                    .withRetryAfter(retryAfter);
            case Rejection.Overloaded(Duration retryAfter) -> ErrorAnswer.of(
                            503, ErrorType.API_ERROR, "The server is busy; try again later.")
                    .withRetryAfter(retryAfter);
            case Rejection.ProviderRefused(Failure failure) -> ProviderAnswers.refused(failure);
            case Rejection.ProviderUnavailable(Duration retryAfter) -> ProviderAnswers.unavailable(retryAfter);
        };
    }

    private static ErrorAnswer invalid(Field field, String param, String reason) {
        ErrorAnswer answer = ErrorAnswer.at(param, reason);
        if (field == Field.TO || field == Field.SENDER) {
            return answer.withCode(ErrorCode.INVALID_PHONE_NUMBER);
        }
        if (field == Field.MESSAGE_TYPE) {
            return answer.withCode(ErrorCode.UNSUPPORTED_MESSAGE_TYPE);
        }
        boolean isParameter = field == Field.TEMPLATE_HEADER
                || field == Field.TEMPLATE_BODY
                || field == Field.TEMPLATE_BUTTON
                || field == Field.TEMPLATE_COMPONENTS;
        return isParameter ? answer.withCode(ErrorCode.TEMPLATE_PARAMETER_MISMATCH) : answer;
    }

    /** The sender of a request of Chirp's is the number in its {@code from}. */
    private static ErrorAnswer notFound(Rejection.Resource resource, String id) {
        return switch (resource) {
            case SENDER -> ErrorAnswer.at("from", "must be a WhatsApp number of this app; " + id + " is none")
                    .withCode(ErrorCode.PHONE_NUMBER_NOT_ASSIGNED);
            case TEMPLATE -> ErrorAnswer.of(
                            404, ErrorType.INVALID_REQUEST_ERROR, "There is no approved template " + id + ".")
                    .withCode(ErrorCode.TEMPLATE_NOT_FOUND);
            case MESSAGE, THREAD, CONVERSATION, CONTACT, ENDPOINT, ATTACHMENT, MEDIA, CUSTOMER, APP, WEBHOOK, WEBHOOK_DELIVERY ->
                ErrorAnswer.of(
                        404, ErrorType.INVALID_REQUEST_ERROR, "There is no " + name(resource) + " " + id + ".");
        };
    }

    private static String name(Rejection.Resource resource) {
        return resource == Rejection.Resource.ENDPOINT
                ? "phone number"
                : resource.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
