package io.stele.graphstub.callback;

import io.stele.graphstub.callback.ReceiptPlan.Failure;
import io.stele.graphstub.check.Recipient;
import io.stele.graphstub.graph.AcceptedMessage;
import io.stele.graphstub.graph.BusinessNumber;
import io.stele.graphstub.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes receipts as Meta posts them. */
final class StatusBody {

    private static final Duration WINDOW = Duration.ofHours(24);

    private StatusBody() {}

    /**
     * A receipt.
     *
     * @param number the number that sent the message
     * @param status the element of {@code statuses}
     * @param contact the element of {@code contacts}; null without one
     */
    record Receipt(BusinessNumber number, Map<String, Object> status, @Nullable Map<String, Object> contact) {}

    /**
     * @param priced whether this receipt carries the price: of those for a message, {@code sent} does and one other
     */
    static Receipt receipt(
            AcceptedMessage message, String status, @Nullable Failure failure, boolean priced, ReceiptPlan plan, Instant at) {
        Recipient recipient = message.sending().recipient();
        boolean user = recipient.kind() == Recipient.Kind.USER;
        boolean failed = "failed".equals(status);
        Map<String, Object> members = Json.members(
                "id", message.wamid(),
                "status", status,
                "timestamp", Long.toString(at.getEpochSecond()),
                "recipient_id", user ? "" : recipient.id(),
                "recipient_type", recipient.kind() == Recipient.Kind.GROUP ? "group" : null,
                "recipient_user_id", user ? recipient.id() : null,
                "biz_opaque_callback_data", message.callbackData(),
                "conversation", priced && !failed && plan.conversation() ? conversation(message, status, at) : null,
                "pricing", priced && !failed ? pricing(message) : null,
                "errors", failed ? List.of(error(failure)) : null);
        boolean profile = !failed && recipient.kind() != Recipient.Kind.GROUP && (user || plan.contacts());
        return new Receipt(message.number(), members, profile ? contact(recipient) : null);
    }

    /** One body for all of them: an entry for each account, a change for each number. */
    static byte[] body(List<Receipt> receipts) {
        Map<BusinessNumber, List<Receipt>> byNumber = new LinkedHashMap<>();
        receipts.forEach(receipt -> byNumber.computeIfAbsent(receipt.number(), _ -> new ArrayList<>()).add(receipt));
        Map<String, List<Object>> byAccount = new LinkedHashMap<>();
        byNumber.forEach((number, some) ->
                byAccount.computeIfAbsent(number.account(), _ -> new ArrayList<>()).add(change(number, some)));
        List<Object> entries = new ArrayList<>();
        byAccount.forEach((account, changes) -> entries.add(Json.members("id", account, "changes", changes)));
        return Json.bytes(Json.members("object", "whatsapp_business_account", "entry", entries));
    }

    private static Map<String, Object> change(BusinessNumber number, List<Receipt> receipts) {
        List<Object> contacts = new ArrayList<>();
        List<Object> statuses = new ArrayList<>();
        receipts.forEach(receipt -> {
            statuses.add(receipt.status());
            if (receipt.contact() != null && !contacts.contains(receipt.contact())) {
                contacts.add(receipt.contact());
            }
        });
        return Json.members(
                "value",
                        Json.members(
                                "messaging_product", "whatsapp",
                                "metadata",
                                        Json.members(
                                                "display_phone_number", number.digits(),
                                                "phone_number_id", number.id()),
                                "contacts", contacts.isEmpty() ? null : contacts,
                                "statuses", statuses),
                "field", "messages");
    }

    private static Map<String, Object> conversation(AcceptedMessage message, String status, Instant at) {
        return Json.members(
                // Up to v23.0 every message is a conversation of its own.
                "id", UUID.nameUUIDFromBytes(Json.bytes(message.wamid())).toString().replace("-", ""),
                "expiration_timestamp", "sent".equals(status) ? Long.toString(at.plus(WINDOW).getEpochSecond()) : null,
                "origin", Json.members("type", message.category()));
    }

    private static Map<String, Object> pricing(AcceptedMessage message) {
        boolean free = "service".equals(message.category());
        return Json.members(
                "billable", !free,
                "pricing_model", "PMP",
                "type", free ? "free_customer_service" : "regular",
                "category", message.category());
    }

    private static Map<String, Object> error(@Nullable Failure given) {
        Failure failure = given == null ? new Failure(131026, "Message undeliverable", "Message Undeliverable.") : given;
        return Json.members(
                "code", failure.code(),
                "title", failure.title(),
                "message", failure.title(),
                "error_data", Json.members("details", failure.details()),
                "href", "/documentation/business-messaging/whatsapp/support/error-codes");
    }

    private static Map<String, Object> contact(Recipient recipient) {
        boolean user = recipient.kind() == Recipient.Kind.USER;
        return Json.members(
                "profile", Json.members("name", "Somebody"),
                "wa_id", user ? "" : recipient.id(),
                "user_id", user ? recipient.id() : null);
    }
}
