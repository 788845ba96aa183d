package io.stele.adapters.connector.whatsapp.webhook;

import io.micronaut.json.tree.JsonNode;
import io.stele.adapters.graph.GraphReader;
import io.stele.core.channel.Endpoint;
import io.stele.core.inbound.AccountNews;
import io.stele.core.inbound.Heard;
import io.stele.core.inbound.TemplateNews;
import io.stele.core.inbound.Unhandled.Reason;
import io.stele.core.template.TemplateReport;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what Meta posts to a webhook of WhatsApp's (Kapso contract §4.7 has the form): any number of entries with any number of
 * changes, each about one number or one account.
 *
 * <p>A message that has an id and a sender is never lost: what is not understood of it is kept as it came. Whatever else is not
 * taken in, among it the history of chats from before the number was ours, comes out as unhandled. Safe for concurrent use.
 */
public final class WhatsAppWebhook {

    private final MessageReader messages;
    private final StatusReader statuses = new StatusReader();
    private final PreferenceReader preferences = new PreferenceReader();
    private final TemplateReader templates = new TemplateReader();
    private final AccountReader accounts = new AccountReader();
    private final InstantSource clock;

    /** @param clock tells the moment of what has none, or an impossible one */
    public WhatsAppWebhook(GraphReader graph, MessageForm form, InstantSource clock) {
        this.messages = new MessageReader(new SaidReader(graph, form));
        this.clock = clock;
    }

    /** Finds the endpoints that what is posted to one of them may be about. */
    @FunctionalInterface
    public interface Numbers {

        /**
         * The endpoint of the number that Meta knows by this id; empty when it is not ours, or is another app's. Asked once for each id
         * of a body.
         */
        Optional<Endpoint> number(String phoneNumberId);
    }

    /**
     * Reads a body.
     *
     * @param body any JSON, with numbers as they were written; what is no object says nothing
     * @param hook the endpoint to which it was posted: what is about a whole account is known to come by this one
     */
    public Heard read(JsonNode body, Endpoint hook, Numbers numbers) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Map<String, Optional<Endpoint>> known = new HashMap<>();
        Numbers asked = id -> known.computeIfAbsent(id, numbers::number);
        Reading reading = new Reading();
        for (JsonNode entry : Nodes.objects(body, "entry")) {
            for (JsonNode change : Nodes.objects(entry, "changes")) {
                int before = reading.size();
                read(entry, change, hook, asked, now, reading);
                if (reading.size() == before) {
                    reading.addUnhandled(field(change), Reason.UNREADABLE, change);
                }
            }
        }
        if (reading.size() == 0 && body.isObject()) {
            reading.addUnhandled("", Reason.UNREADABLE, body);
        }
        return reading.heard();
    }

    private void read(JsonNode entry, JsonNode change, Endpoint hook, Numbers numbers, Instant now, Reading reading) {
        Optional<JsonNode> told = Nodes.object(change, "value");
        if (told.isEmpty()) {
            return;
        }
        JsonNode value = told.get();
        String field = field(change);
        switch (field) {
            case "messages", "smb_message_echoes", "user_preferences" -> ofNumber(field, value, numbers, now, reading);
            case "message_template_status_update" -> ofTemplate(templates.status(entry, change, value, now), hook, reading);
            case "template_category_update" -> ofTemplate(templates.category(entry, change, value, now), hook, reading);
            case "account_update" -> accounts.report(entry, value, now)
                    .ifPresentOrElse(
                            report -> reading.add(new AccountNews(hook, report)),
                            () -> reading.addUnhandled(field, Reason.NOT_SERVED, change));
            case "history" -> reading.addUnhandledWhole(field, Reason.NOT_SERVED, change);
            default -> reading.addUnhandled(field, Reason.NOT_SERVED, change);
        }
    }

    private void ofNumber(String field, JsonNode value, Numbers numbers, Instant now, Reading reading) {
        Optional<String> id = Nodes.object(value, "metadata").flatMap(metadata -> Nodes.id(metadata, "phone_number_id"));
        if (id.isEmpty()) {
            return;
        }
        Optional<Endpoint> endpoint = numbers.number(id.get());
        if (endpoint.isEmpty()) {
            reading.addUnhandled(field, Reason.NOT_OURS, value);
            return;
        }
        Change change = new Change(value, endpoint.get(), now);
        messages.messages(change, reading);
        messages.echoes(change, reading);
        statuses.receipts(change, reading);
        preferences.preferences(change, reading);
        Nodes.objects(value, "errors").forEach(error -> reading.addUnhandled("errors", Reason.NOT_SERVED, error));
    }

    private static void ofTemplate(Optional<TemplateReport> report, Endpoint hook, Reading reading) {
        report.ifPresent(each -> reading.add(new TemplateNews(hook, each)));
    }

    private static String field(JsonNode change) {
        return Nodes.text(change, "field").orElse("");
    }
}
