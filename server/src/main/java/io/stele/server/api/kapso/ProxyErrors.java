package io.stele.server.api.kapso;

import io.micronaut.http.HttpHeaders;
import io.stele.adapters.kapso.KapsoFields;
import io.stele.core.channel.Channel;
import io.stele.core.message.Content;
import io.stele.core.message.ContentKind;
import io.stele.core.message.Failure;
import io.stele.core.refusal.Field;
import io.stele.core.refusal.Rejection;
import io.stele.server.http.ContentCoding;
import io.stele.server.http.Refusal;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What each refusal is on the proxy, with Meta's codes (contract §1.4, §1.5). Three are told in Kapso's own form there too: too
 * many requests, a key for idempotency that was used before, and an account that is not the number's.
 */
final class ProxyErrors {

    private static final int INVALID_PARAMETER = 100;
    private static final int MISSING_PARAMETER = 131008;
    private static final int INVALID_VALUE = 131009;
    private static final int UNAVAILABLE = 131016;
    private static final int RECIPIENT_IS_SENDER = 131021;
    private static final int UNSUPPORTED_TYPE = 131051;
    private static final int TEMPLATE_FORMAT = 132012;
    private static final int NOT_REGISTERED = 133010;
    private static final int WINDOW_CLOSED = 131047;
    private static final Pattern META_CODE = Pattern.compile("\\d{1,9}");
    private static final Set<Field> TEMPLATE_FORM = EnumSet.of(
            Field.TEMPLATE_COMPONENTS, Field.TEMPLATE_HEADER, Field.TEMPLATE_BODY, Field.TEMPLATE_BUTTON);

    private ProxyErrors() {}

    /** @param content what was to be sent, by which its fields are named; null when nothing was, or it could not be read */
    static ErrorAnswer of(Refusal refusal, @Nullable Content content) {
        return switch (refusal) {
            case Refusal.ByDomain(var rejection) -> of(rejection, content);
            case Refusal.BadField(var field, String reason) -> badField(field.toString(), reason);
            case Refusal.BadBody(String reason) -> invalid(400, reason);
            case Refusal.KeyMissing(), Refusal.KeyRefused() -> ErrorAnswer.graph(
                    401, "OAuthException", 190, null, Sentences.KEY, null, null);
            case Refusal.UnknownPath(String path) -> notFound("OAuthException", "There is no " + path);
            case Refusal.WrongMethod(String method, Set<String> allowed) -> invalid(
                            405, "This path does not take " + method)
                    .withHeader(HttpHeaders.ALLOW, String.join(", ", allowed));
            case Refusal.WrongContentType(String contentType) -> invalid(415, Sentences.contentType(contentType));
            case Refusal.WrongContentCoding(String coding) -> invalid(415, Sentences.contentCoding(coding))
                    .withHeader(HttpHeaders.ACCEPT_ENCODING, ContentCoding.NONE);
            case Refusal.BodyTooLarge(long limit) -> invalid(413, Sentences.tooLarge(limit));
            case Refusal.NotOffered(String what) -> ErrorAnswer.graph(
                    501, 3, "Capability missing", "This server does not offer " + what);
            case Refusal.TooMany(Duration retryAfter) -> ErrorAnswer.flat(
                            429, Sentences.RATE, null, Sentences.TRY_LATER)
                    .withRetryAfter(retryAfter);
            case Refusal.Fault() -> ErrorAnswer.graph(500, 131000, "Something went wrong", null);
        };
    }

    /** The send names another account than that of its number. */
    static ErrorAnswer accountMismatch() {
        return ErrorAnswer.flat(422, Sentences.ACCOUNT_MISMATCH, "messaging_account_mismatch", null);
    }

    private static ErrorAnswer of(Rejection rejection, @Nullable Content content) {
        return switch (rejection) {
            case Rejection.InvalidField(Field field, List<Integer> positions, String reason) -> invalidField(
                    field, KapsoFields.path(field, positions, content) + " " + reason);
            case Rejection.NotFound(var resource, _) -> notFound(type(resource), Sentences.notFound(resource));
            case Rejection.WindowClosed() -> ErrorAnswer.graph(
                    422, "MessageError", WINDOW_CLOSED, WINDOW_CLOSED, Sentences.WINDOW, null, Sentences.WINDOW_ADVICE);
            case Rejection.MarketingStopped() -> ErrorAnswer.flat(
                    422, Sentences.MARKETING_STOPPED, "marketing_preference_stopped", null);
            case Rejection.EndpointDisconnected() -> ErrorAnswer.graph(
                    400, NOT_REGISTERED, "Phone number not registered", Sentences.DISCONNECTED);
            case Rejection.AlreadyConnected _ -> ErrorAnswer.flat(409, Sentences.ALREADY_CONNECTED);
            case Rejection.RecipientIsSender() -> ErrorAnswer.graph(
                    400, RECIPIENT_IS_SENDER, "Recipient is sender", "to must not be the number that sends");
            case Rejection.ContentNotSupported(Channel channel, ContentKind kind) -> ErrorAnswer.graph(
                    400,
                    UNSUPPORTED_TYPE,
                    "Unsupported message type",
                    channel.name().toLowerCase(Locale.ROOT) + " does not carry "
                            + kind.name().toLowerCase(Locale.ROOT));
            case Rejection.ChannelNotAvailable _ -> invalid(400, "The number cannot send on this channel");
            case Rejection.NoChannel(String reason) -> invalid(400, reason);
            case Rejection.WrongState(String reason) -> invalid(422, reason);
            case Rejection.IdempotencyKeyReused _ -> ErrorAnswer.flat(
                    409, Sentences.KEY_REUSED, "idempotency_key_reused", null);
            case Rejection.NotYetHere(Duration retryAfter) -> ErrorAnswer.graph(
                            503, UNAVAILABLE, "Service unavailable", "The media is still being fetched")
                    .withRetryAfter(retryAfter);
            case Rejection.Overloaded(Duration retryAfter) -> ErrorAnswer.graph(
                            503, UNAVAILABLE, "Service unavailable", null)
                    .withRetryAfter(retryAfter);
            case Rejection.ProviderRefused(Failure failure) -> refused(failure);
            case Rejection.ProviderUnavailable(Duration retryAfter) -> ErrorAnswer.graph(
                            MetaStatus.of(UNAVAILABLE), UNAVAILABLE, "Service unavailable", null)
                    .withRetryAfter(retryAfter);
        };
    }

    /** With Meta's own code; the failure of another provider has a word instead of one, which a number has to stand for. */
    private static ErrorAnswer refused(Failure failure) {
        if (!META_CODE.matcher(failure.code()).matches()) {
            return invalid(400, failure.message());
        }
        int code = Integer.parseInt(failure.code());
        return code == WINDOW_CLOSED
                ? of(new Rejection.WindowClosed(), null)
                : ErrorAnswer.graph(MetaStatus.of(code), code, failure.title(), failure.details());
    }

    private static ErrorAnswer invalidField(Field field, String details) {
        if (field == Field.MESSAGE_TYPE) {
            return ErrorAnswer.graph(400, UNSUPPORTED_TYPE, "Unsupported message type", details);
        }
        return TEMPLATE_FORM.contains(field)
                ? ErrorAnswer.graph(400, TEMPLATE_FORMAT, "Template parameter format does not match", details)
                : ErrorAnswer.graph(400, INVALID_VALUE, "Parameter value is not valid", details);
    }

    private static ErrorAnswer badField(String field, String reason) {
        String details = field + " " + reason;
        if (field.equals("type")) {
            return ErrorAnswer.graph(400, UNSUPPORTED_TYPE, "Unsupported message type", details);
        }
        return reason.startsWith("is required")
                ? ErrorAnswer.graph(400, MISSING_PARAMETER, "Required parameter is missing", details)
                : invalid(400, details);
    }

    private static ErrorAnswer invalid(int status, String details) {
        return ErrorAnswer.graph(status, INVALID_PARAMETER, "Invalid parameter", details);
    }

    private static ErrorAnswer notFound(String type, String message) {
        return ErrorAnswer.graph(404, type, 404, null, message, null, null);
    }

    private static String type(Rejection.Resource resource) {
        return switch (resource) {
            case MESSAGE, ATTACHMENT, MEDIA -> "MessageError";
            case THREAD, CONVERSATION, CONTACT, SENDER, ENDPOINT, TEMPLATE, CUSTOMER, APP, WEBHOOK, WEBHOOK_DELIVERY -> "OAuthException";
        };
    }
}
