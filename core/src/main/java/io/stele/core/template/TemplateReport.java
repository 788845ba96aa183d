package io.stele.core.template;

import io.stele.core.message.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a provider tells of a template that it holds.
 *
 * @param businessAccountId whose template it is
 * @param id by which the provider knows it
 * @param status the provider's word, such as {@code APPROVED}; null when the report is about something else
 * @param category {@code MARKETING}, {@code UTILITY} or {@code AUTHENTICATION}; null when not told
 * @param previousCategory null unless the category has changed
 * @param nextCategory what the category is about to become; null unless that is told
 * @param reason why it was rejected or paused; null when not told
 * @param at when the provider said so, by its clock; null when not told
 * @param details the report as it came
 */
public record TemplateReport(
        String businessAccountId,
        String id,
        String name,
        String language,
        @Nullable String status,
        @Nullable String category,
        @Nullable String previousCategory,
        @Nullable String nextCategory,
        @Nullable String reason,
        @Nullable Instant at,
        Json.Members details) {
    /** The same without a category: that of a report which is older than what is known of it. */
    public TemplateReport withoutCategory() {
        return new TemplateReport(
                businessAccountId, id, name, language, status, null, null, null, reason, at, details);
    }
}
