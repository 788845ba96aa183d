package io.stele.adapters.kapso;

import io.stele.contracts.kapso.graph.DeliveryStatus;
import io.stele.contracts.kapso.graph.MessageError;
import io.stele.core.message.Json;
import io.stele.core.message.Message;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What Meta said of one step of a message, as far as the contract has it (section 2.7). Whatever is not of the documented form counts as not
 * said.
 */
record ProviderReport(Json.Members members) {

    private static final Pattern SECONDS = Pattern.compile("\\d{1,12}");
    private static final Pattern CODE = Pattern.compile("\\d{1,9}");

    /** The message's report of this status; an empty one where Meta made none. */
    static ProviderReport of(Message message, String status) {
        return new ProviderReport(message.details().reports().stream()
                .filter(report -> status.equals(text(report, "status")))
                .findFirst()
                .orElse(Json.Members.EMPTY));
    }

    /** Whether Meta made one. */
    boolean isThere() {
        return !members.members().isEmpty();
    }

    /** Unix seconds; null when it tells none. */
    @Nullable String timestamp() {
        String timestamp = text(members, "timestamp");
        return timestamp != null && SECONDS.matcher(timestamp).matches() ? timestamp : null;
    }

    @Nullable String recipientUserId() {
        return text(members, "recipient_user_id");
    }

    DeliveryStatus.@Nullable Conversation conversation() {
        Json.Members conversation = object(members, "conversation");
        if (conversation == null) {
            return null;
        }
        Json.Members origin = object(conversation, "origin");
        return new DeliveryStatus.Conversation(
                text(conversation, "id"),
                text(conversation, "expiration_timestamp"),
                origin == null ? null : new DeliveryStatus.Origin(text(origin, "type")));
    }

    DeliveryStatus.@Nullable Pricing pricing() {
        Json.Members pricing = object(members, "pricing");
        return pricing == null
                ? null
                : new DeliveryStatus.Pricing(
                        pricing.members().get("billable") instanceof Json.Truth(boolean billable) ? billable : null,
                        text(pricing, "pricing_model"),
                        text(pricing, "type"),
                        text(pricing, "category"));
    }

    /** Why the message failed; empty when it does not say. */
    List<MessageError> errors() {
        return members.members().get("errors") instanceof Json.Elements(List<Json> errors)
                ? errors.stream().map(ProviderReport::error).flatMap(Optional::stream).toList()
                : List.of();
    }

    /** An error without a code says nothing. */
    private static Optional<MessageError> error(Json json) {
        if (!(json instanceof Json.Members error)) {
            return Optional.empty();
        }
        Json.Members data = object(error, "error_data");
        String details = data == null ? null : text(data, "details");
        String message = text(error, "message");
        return Optional.ofNullable(text(error, "code"))
                .filter(code -> CODE.matcher(code).matches())
                .map(code -> new MessageError(
                        Integer.valueOf(code),
                        text(error, "title"),
                        message == null ? text(error, "title") : message,
                        details == null ? null : new MessageError.Data(details),
                        text(error, "href")));
    }

    private static Json.@Nullable Members object(Json.Members object, String name) {
        return object.members().get(name) instanceof Json.Members member ? member : null;
    }

    /** A text, or a number as it would be written. */
    private static @Nullable String text(Json.Members object, String name) {
        return switch (object.members().get(name)) {
            case Json.Text(String text) -> text;
            case Json.Number(var number) -> number.precision() + Math.abs((long) number.scale()) <= 20
                    ? number.toPlainString()
                    : null;
            case null -> null;
            case Json.Members _, Json.Elements _, Json.Truth _, Json.Null _ -> null;
        };
    }
}
