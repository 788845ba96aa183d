package io.stele.contracts.kapso.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import org.jspecify.annotations.Nullable;

/**
 * A number was added to the project or taken out of use: {@code whatsapp.phone_number.*}.
 *
 * @param phoneNumberId the business number's id
 * @param customer whose number it is; absent for the project's own
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PhoneNumberEvent(
        @Nullable String phoneNumberId, @Nullable Project project, @Nullable Customer customer) {

    /** @param id a UUID */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Project(@Nullable String id) {}

    /**
     * @param id a UUID
     * @param externalId the project's own name of the customer
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Customer(@Nullable String id, @Nullable String externalId) {}
}
