package io.stele.core.template;

import io.stele.core.message.Json;
import org.jspecify.annotations.Nullable;

/**
 * What a provider tells of a template that it holds.
 *
 * @param businessAccountId whose template it is
 * @param id by which the provider knows it
 * @param status the provider's word, such as {@code APPROVED}; null when the report is about something else
 * @param category {@code MARKETING}, {@code UTILITY} or {@code AUTHENTICATION}; null when not told
 * @param previousCategory null unless the category has changed
 * @param reason why it was rejected or paused; null when not told
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
        @Nullable String reason,
        Json.Members details) {}
