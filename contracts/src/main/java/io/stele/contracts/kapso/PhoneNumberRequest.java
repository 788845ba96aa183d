package io.stele.contracts.kapso;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import org.jspecify.annotations.Nullable;

/**
 * A number that is to be connected or changed (contract section 3.5). A change has some of the members: what is not there stays as it is.
 *
 * @param kind {@code production} or {@code sandbox}
 * @param appSecret what Meta signs its posts with; not Kapso's, whose own app Meta posts to
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PhoneNumberRequest(
        @Nullable String name,
        @Nullable String phoneNumberId,
        @Nullable String businessAccountId,
        @Nullable String accessToken,
        @Nullable String kind,
        @Nullable String webhookVerifyToken,
        @Nullable String webhookDestinationUrl,
        @Nullable Boolean inboundProcessingEnabled,
        @Nullable Boolean callsEnabled,
        @Nullable String appSecret) {

    /** Never the secrets. */
    @Override
    public String toString() {
        return "PhoneNumberRequest[" + phoneNumberId + "]";
    }
}
