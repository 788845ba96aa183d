package io.stele.contracts.kapso.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import org.jspecify.annotations.Nullable;

/**
 * A contact has other ids, or other wishes about marketing: {@code whatsapp.contact.*}.
 *
 * @param previous the ids before, when they changed
 * @param marketingPreference the wish, when it changed
 * @param phoneNumberId the business number's id
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ContactEvent(
        @Nullable EventContact contact,
        @Nullable Previous previous,
        @Nullable MarketingPreference marketingPreference,
        @Nullable String phoneNumberId) {

    /** The ids that no longer hold; both are written, null when there was none. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Previous(
            @Nullable String businessScopedUserId, @Nullable String parentBusinessScopedUserId) {}

    /**
     * What the contact wants of marketing. Every member is written.
     *
     * @param status {@code stopped} or {@code resumed}
     * @param previousStatus the status before; null when there was none
     * @param detail in the provider's or the contact's words
     * @param occurredAt ISO 8601 in UTC
     * @param sequence grows with every change of the contact's
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record MarketingPreference(
            @Nullable String status,
            @Nullable String previousStatus,
            @Nullable String detail,
            @Nullable String occurredAt,
            @Nullable Long sequence) {}
}
