package io.stele.contracts.kapso;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import org.jspecify.annotations.Nullable;

/**
 * A business number on the platform (contract section 3.5). Times are ISO 8601 in UTC.
 *
 * @param id the same as {@code phoneNumberId}
 * @param internalId a UUID
 * @param businessAccountId the WhatsApp business account
 * @param status {@code CONNECTED} for a number that can send
 * @param webhookUrl where Meta is to post what happens at the number; not Kapso's. Null for a number that no provider serves
 * @param webhookVerifyToken what Meta is to show there; not Kapso's. Told once, when the number is connected, if it was made up
 * @param whatsappBusinessManagerMessagingLimit a number or a string
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PhoneNumber(
        @Nullable String id,
        @Nullable String internalId,
        @Nullable String phoneNumberId,
        @Nullable String name,
        @Nullable String businessAccountId,
        @Nullable Boolean isCoexistence,
        @Nullable Boolean inboundProcessingEnabled,
        @Nullable Boolean callsEnabled,
        @Nullable String webhookVerifiedAt,
        @Nullable String customerId,
        @Nullable String displayName,
        @Nullable String displayPhoneNumber,
        @Nullable String displayPhoneNumberNormalized,
        @Nullable String verifiedName,
        @Nullable String qualityRating,
        @Nullable String codeVerificationStatus,
        @Nullable String nameStatus,
        @Nullable String status,
        @Nullable String throughputTier,
        @Nullable JsonNode whatsappBusinessManagerMessagingLimit,
        @Nullable Boolean isOfficialBusinessAccount,
        @Nullable Boolean isPinEnabled,
        @Nullable String createdAt,
        @Nullable String updatedAt,
        @Nullable String webhookUrl,
        @Nullable String webhookVerifyToken) {

    /** Never the token. */
    @Override
    public String toString() {
        return "PhoneNumber[" + phoneNumberId + "]";
    }
}
