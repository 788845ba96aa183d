package io.stele.contracts.chirp.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** The data of {@code templates.whatsapp.*}. The contract does not show it; it is made like that of messages. */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TemplateData(Template template, @Nullable AppReference app) {

    /**
     * What WhatsApp told of a template, in the members that the API has for it (contract §3.6). All are written.
     *
     * @param metaTemplateId by which WhatsApp knows it
     * @param category {@code MARKETING}, {@code UTILITY} or {@code AUTHENTICATION}; null when not told
     * @param previousCategory null unless the category has changed
     * @param status {@code PENDING}, {@code APPROVED}, {@code REJECTED}, {@code PAUSED} or {@code DISABLED}, or WhatsApp's word for a
     *     status that is none of these; null when not told
     * @param rejectionReason in WhatsApp's words; null when there is none
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Template(
            String whatsappBusinessProfileId,
            String name,
            String language,
            String metaTemplateId,
            @Nullable String category,
            @Nullable String previousCategory,
            @Nullable String status,
            @Nullable String rejectionReason) {}
}
