package io.stele.adapters.kapso.webhook;

import io.stele.adapters.json.JsonTrees;
import io.stele.core.message.Json;
import io.stele.core.template.TemplateReport;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What Meta reports of templates: of their status and of their category in a report each. What else came with a report goes on with it.
 */
final class TemplateReports {

    private static final Pattern WHOLE_NUMBER = Pattern.compile("0|[1-9][0-9]{0,15}");
    private static final BigDecimal LARGEST_EXACT = BigDecimal.valueOf(1L << 53);

    private TemplateReports() {}

    static List<Reported> of(TemplateReport report, Instant at) {
        List<Reported> reports = new ArrayList<>();
        if (report.status() != null) {
            reports.add(reported(MetaField.TEMPLATE_STATUS, report, at, status(report, report.status())));
        }
        if (report.category() != null && (report.status() == null || report.previousCategory() != null)) {
            reports.add(reported(MetaField.TEMPLATE_CATEGORY, report, at, category(report, report.category())));
        }
        return reports;
    }

    private static Map<String, Json> status(TemplateReport report, String status) {
        Map<String, Json> value = new LinkedHashMap<>();
        put(value, "event", status);
        template(value, report);
        put(value, "reason", report.reason());
        put(value, "message_template_category", report.category());
        return value;
    }

    private static Map<String, Json> category(TemplateReport report, String category) {
        Map<String, Json> value = new LinkedHashMap<>();
        template(value, report);
        put(value, "previous_category", report.previousCategory());
        put(value, "new_category", category);
        put(value, "correct_category", report.nextCategory());
        return value;
    }

    private static void template(Map<String, Json> value, TemplateReport report) {
        value.put("message_template_id", id(report.id()));
        put(value, "message_template_name", report.name());
        put(value, "message_template_language", report.language());
    }

    /** A number as at Meta, unless JavaScript would make another number of it. */
    private static Json id(String id) {
        if (WHOLE_NUMBER.matcher(id).matches()) {
            BigDecimal number = new BigDecimal(id);
            if (number.compareTo(LARGEST_EXACT) <= 0) {
                return new Json.Number(number);
            }
        }
        return new Json.Text(id);
    }

    private static void put(Map<String, Json> value, String name, @Nullable String text) {
        if (text != null) {
            value.put(name, new Json.Text(text));
        }
    }

    private static Reported reported(MetaField field, TemplateReport report, Instant at, Map<String, Json> value) {
        report.details().members().forEach(value::putIfAbsent);
        return new Reported(
                field,
                report.businessAccountId(),
                (report.at() == null ? at : report.at()).getEpochSecond(),
                JsonTrees.toWire(new Json.Members(value)),
                null);
    }
}
