package io.stele.adapters.connector.whatsapp.webhook;

import io.micronaut.json.tree.JsonNode;
import io.stele.core.message.Json;
import io.stele.core.template.TemplateReport;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what Meta says of templates. */
final class TemplateReader {

    /** Meta's word for no reason. */
    private static final String NONE = "NONE";

    private static final String REJECTION = "rejection_info";

    /** A template's new status. Empty when the account or the template is not named, or there is no status. */
    Optional<TemplateReport> status(JsonNode entry, JsonNode change, JsonNode value, Instant now) {
        return Nodes.text(value, "event").flatMap(event -> template(entry, value)
                .map(template -> new TemplateReport(
                        template.account(),
                        template.id(),
                        template.name(),
                        template.language(),
                        event,
                        text(value, "message_template_category"),
                        null,
                        null,
                        Nodes.text(value, "reason").filter(reason -> !reason.equals(NONE)).orElse(null),
                        Nodes.moment(entry, "time", now),
                        details(change, value))));
    }

    /**
     * A template's new category, or the one that it will have a day later. Empty when the account or the template is not named, or there is
     * no category.
     */
    Optional<TemplateReport> category(JsonNode entry, JsonNode change, JsonNode value, Instant now) {
        return Nodes.text(value, "new_category").flatMap(category -> template(entry, value)
                .map(template -> new TemplateReport(
                        template.account(),
                        template.id(),
                        template.name(),
                        template.language(),
                        null,
                        category,
                        text(value, "previous_category"),
                        text(value, "correct_category"),
                        null,
                        Nodes.moment(entry, "time", now),
                        details(change, value))));
    }

    private record Template(String account, String id, String name, String language) {}

    private static Optional<Template> template(JsonNode entry, JsonNode value) {
        Optional<String> account = Nodes.id(entry, "id");
        Optional<String> id = Nodes.id(value, "message_template_id");
        Optional<String> name = Nodes.id(value, "message_template_name");
        Optional<String> language = Nodes.id(value, "message_template_language");
        return account.isEmpty() || id.isEmpty() || name.isEmpty() || language.isEmpty()
                ? Optional.empty()
                : Optional.of(new Template(account.get(), id.get(), name.get(), language.get()));
    }

    /** Why a template was rejected stands beside the rest of what is said of it. */
    private static Json.Members details(JsonNode change, JsonNode value) {
        Map<String, Json> members = new LinkedHashMap<>(Bounds.kept(value).members());
        Nodes.object(change, REJECTION).ifPresent(info -> members.putIfAbsent(REJECTION, Bounds.kept(info)));
        return new Json.Members(members);
    }

    private static @Nullable String text(JsonNode value, String name) {
        return Nodes.text(value, name).orElse(null);
    }
}
