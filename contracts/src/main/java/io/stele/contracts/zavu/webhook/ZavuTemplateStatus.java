package io.stele.contracts.zavu.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * The data of {@code template.status_changed}. The contract does not show it (§7, point 4); its members are those of the API's template
 * (§2.5).
 *
 * @param category {@code UTILITY}, {@code MARKETING} or {@code AUTHENTICATION}; left out when not told
 * @param status {@code pending}, {@code approved} or {@code rejected}
 * @param reason why it cannot be used, in WhatsApp's words; written with null when there is none
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ZavuTemplateStatus(
        String templateId,
        String name,
        String language,
        @Nullable String category,
        String status,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String reason,
        WhatsApp whatsapp) {

    /**
     * The template at WhatsApp.
     *
     * @param status WhatsApp's own word, such as {@code PAUSED}
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record WhatsApp(String templateName, String status) {}
}
