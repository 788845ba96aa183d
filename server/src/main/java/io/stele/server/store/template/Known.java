package io.stele.server.store.template;

import io.stele.core.template.TemplateReport;
import io.stele.server.store.sql.Row;
import io.stele.server.store.sql.Values;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a template: where it stands, and in which category it is, each with the moment when the provider said so. Reports of
 * the one say nothing of the other, and need not come in the order in which they were made.
 *
 * @param nextCategory what the category is about to become; null when nothing is known of a change
 * @param statusAt null when no status was told; so is {@code categoryAt} when no category was
 */
record Known(
        @Nullable String status,
        @Nullable String reason,
        @Nullable Instant statusAt,
        @Nullable String category,
        @Nullable String nextCategory,
        @Nullable Instant categoryAt) {

    static final Known NOTHING = new Known(null, null, null, null, null, null);

    static Known read(Row row) {
        return new Known(
                row.textOrNull("status"),
                row.textOrNull("reason"),
                row.momentOrNull("status_at"),
                row.textOrNull("category"),
                row.textOrNull("next_category"),
                row.momentOrNull("category_at"));
    }

    /** What is known after the report. */
    Known with(TemplateReport report, Instant said) {
        boolean ofStatus = report.status() != null && isNewest(said, statusAt);
        boolean ofCategory = report.category() != null
                && (report.status() == null ? isNewest(said, categoryAt) : isNewer(said, categoryAt));
        return new Known(
                ofStatus ? storable(report.status()) : status,
                ofStatus ? storable(report.reason()) : reason,
                ofStatus ? said : statusAt,
                ofCategory ? storable(report.category()) : category,
                ofCategory ? nextCategory(report) : nextCategory,
                ofCategory ? said : categoryAt);
    }

    /** As much of the report as is to be told: empty when what it is about is known already, or when something newer is. */
    Optional<TemplateReport> told(TemplateReport report, Instant said) {
        Known after = with(report, said);
        boolean sameStatus = Objects.equals(status, after.status()) && Objects.equals(reason, after.reason());
        boolean sameCategory =
                Objects.equals(category, after.category()) && Objects.equals(nextCategory, after.nextCategory());
        boolean late = !isNewest(said, report.status() == null ? categoryAt : statusAt);
        if (late || (sameStatus && sameCategory)) {
            return Optional.empty();
        }
        return Optional.of(
                Objects.equals(storable(report.category()), after.category()) ? report : report.withoutCategory());
    }

    /** A report of the status names the category, and says nothing of whether it is about to change. */
    private @Nullable String nextCategory(TemplateReport report) {
        return report.status() != null && Objects.equals(category, storable(report.category()))
                ? nextCategory
                : storable(report.nextCategory());
    }

    /** Of two reports of the same moment, that holds which comes later: providers tell whole seconds. */
    private static boolean isNewest(Instant said, @Nullable Instant known) {
        return known == null || !said.isBefore(known);
    }

    /** What a report of the status says of the category in passing yields to one of the category, of the same moment. */
    private static boolean isNewer(Instant said, @Nullable Instant known) {
        return known == null || said.isAfter(known);
    }

    private static @Nullable String storable(@Nullable String text) {
        return text == null ? null : Values.storable(text);
    }
}
