package io.stele.graphstub.client;

import io.stele.graphstub.json.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A body as Meta posts it: entries, each of them with changes. Each method adds a change to the entry of the business that
 * was named last. Made for one thread.
 */
public final class CallbackBody {

    private final List<Object> entries = new ArrayList<>();
    private Map<String, Object> entry;
    private List<Object> changes;
    private Business business;

    private CallbackBody(Business business) {
        this.business = business;
        this.changes = new ArrayList<>();
        this.entry = begin();
    }

    public static CallbackBody of(Business business) {
        return new CallbackBody(business);
    }

    /** One message, as most bodies have it. */
    public static CallbackBody of(Business business, Inbound message) {
        return of(business).messages(message);
    }

    /** The changes that follow are another business's, in an entry of their own. */
    public CallbackBody and(Business other) {
        business = other;
        changes = new ArrayList<>();
        entry = begin();
        return this;
    }

    /** Messages from customers, in one change. */
    public CallbackBody messages(Inbound... messages) {
        List<Object> contacts = new ArrayList<>();
        for (Inbound message : messages) {
            Map<String, Object> contact = message.person().contact();
            if (message.hasContact() && !contacts.contains(contact)) {
                contacts.add(contact);
            }
        }
        return withMetadata(
                "messages",
                "contacts", contacts.isEmpty() ? null : contacts,
                "messages", Arrays.stream(messages).map(Inbound::message).toList());
    }

    /** What the business wrote on its phone; the person of each is whom it was written to. */
    public CallbackBody echoes(Inbound... messages) {
        return withMetadata(
                "smb_message_echoes",
                "message_echoes", Arrays.stream(messages).map(each -> each.echo(business)).toList());
    }

    /** Receipts, each as given. */
    public CallbackBody statuses(List<Map<String, Object>> statuses) {
        return withMetadata("messages", "statuses", statuses);
    }

    /** Something went wrong with the account or the service; there is no message beside it. */
    public CallbackBody errors(int code, String title, String details) {
        return withMetadata("messages", "errors", List.of(Json.members(
                "code", code,
                "title", title,
                "message", title,
                "error_data", Json.members("details", details),
                "href", "/documentation/business-messaging/whatsapp/support/error-codes")));
    }

    /** A customer stops marketing messages, or wants them again. */
    public CallbackBody preference(Person person, boolean stop) {
        return withMetadata(
                "user_preferences",
                "contacts", List.of(person.contact()),
                "user_preferences", List.of(Json.members(
                        "wa_id", person.numberOrEmpty(),
                        "user_id", person.userId(),
                        "detail", "User requested to " + (stop ? "stop" : "resume") + " marketing messages",
                        "category", "marketing_messages",
                        "value", stop ? "stop" : "resume",
                        "timestamp", Instant.now().getEpochSecond())));
    }

    /** @param event such as {@code APPROVED}, {@code REJECTED} or {@code PAUSED} */
    public CallbackBody templateStatus(
            String event, long id, String name, String language, String category, @Nullable String reason) {
        return change("message_template_status_update", Json.members(
                "event", event,
                "message_template_id", id,
                "message_template_name", name,
                "message_template_language", language,
                "reason", reason,
                "message_template_category", category));
    }

    /** A template's category has changed. */
    public CallbackBody templateCategory(long id, String name, String language, String previous, String current) {
        return change("template_category_update", Json.members(
                "message_template_id", id,
                "message_template_name", name,
                "message_template_language", language,
                "previous_category", previous,
                "new_category", current));
    }

    public CallbackBody templateQuality(long id, String name, String language, String previous, String current) {
        return change("message_template_quality_update", Json.members(
                "previous_quality_score", previous,
                "new_quality_score", current,
                "message_template_id", id,
                "message_template_name", name,
                "message_template_language", language));
    }

    /** @param event {@code ONBOARDING} or {@code THROUGHPUT_UPGRADE} */
    public CallbackBody numberQuality(String event, String oldLimit, String currentLimit) {
        return change("phone_number_quality_update", Json.members(
                "display_phone_number", business.digits(),
                "event", event,
                "old_limit", oldLimit,
                "current_limit", currentLimit,
                "max_daily_conversations_per_business", currentLimit));
    }

    /** @param decision such as {@code APPROVED} or {@code REJECTED} */
    public CallbackBody numberName(String decision, String name, @Nullable String reason) {
        return change("phone_number_name_update", Json.members(
                "display_phone_number", business.digits(),
                "decision", decision,
                "requested_verified_name", name,
                "rejection_reason", reason));
    }

    /**
     * @param event such as {@code DISABLED_UPDATE} or {@code ACCOUNT_VIOLATION}
     * @param further what the event has beside its name, such as {@code ban_info}
     */
    public CallbackBody accountUpdate(String event, Map<String, Object> further) {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("event", event);
        value.putAll(further);
        return change("account_update", value);
    }

    /** Any field of the account's, with its value as given; such entries tell their time. */
    public CallbackBody change(String field, Object value) {
        entry.put("time", Instant.now().getEpochSecond());
        return add(field, value);
    }

    public String json() {
        return Json.write(Json.members("object", "whatsapp_business_account", "entry", entries));
    }

    private CallbackBody withMetadata(String field, @Nullable Object... namesAndValues) {
        Map<String, Object> value = Json.members(
                "messaging_product", "whatsapp",
                "metadata",
                        Json.members(
                                "display_phone_number", business.digits(), "phone_number_id", business.numberId()));
        value.putAll(Json.members(namesAndValues));
        return add(field, value);
    }

    private CallbackBody add(String field, Object value) {
        changes.add(Json.members("value", value, "field", field));
        return this;
    }

    private Map<String, Object> begin() {
        Map<String, Object> begun = Json.members("id", business.account(), "changes", changes);
        entries.add(begun);
        return begun;
    }
}
