package io.stele.contracts.chirp;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * The twenty-four hours after a customer's last message in which a business may answer freely (contract §5.4). The
 * pricing members are {@code null} until the provider reports a price.
 *
 * @param id {@code wacw_…}
 * @param originType {@code user_initiated}
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ConversationWindow(
        String id,
        @Nullable String originType,
        @Nullable Boolean pricingBillable,
        @Nullable String pricingModel,
        @Nullable String pricingCategory,
        String startedAt,
        String expiresAt,
        String createdAt) {}
