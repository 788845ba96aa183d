package io.stele.contracts.kapso.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something happened to a business account: {@code whatsapp.account.*}.
 *
 * @param id the event's
 * @param event its name
 * @param occurredAt ISO 8601
 * @param phoneNumbers those of the project that are the account's
 * @param restrictions what is refused, as Meta says it
 * @param violation which rule was broken, as Meta says it
 * @param ban how things stand, as Meta says it
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AccountEvent(
        @Nullable String id,
        @Nullable String event,
        @Nullable String occurredAt,
        @Nullable String businessAccountId,
        PhoneNumberEvent.@Nullable Project project,
        @Nullable List<PhoneNumber> phoneNumbers,
        @Nullable JsonNode restrictions,
        @Nullable JsonNode violation,
        @Nullable JsonNode ban,
        @Nullable Source source) {

    /**
     * A number of the account.
     *
     * @param id the business number's id
     * @param displayPhoneNumber its digits
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PhoneNumber(@Nullable String id, @Nullable String displayPhoneNumber) {}

    /**
     * Who said so.
     *
     * @param event the provider's own word
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Source(@Nullable String provider, @Nullable String event, @Nullable String businessAccountId) {}
}
