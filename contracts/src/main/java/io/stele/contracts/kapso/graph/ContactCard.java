package io.stele.contracts.kapso.graph;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A contact card.
 *
 * @param birthday a date, {@code YYYY-MM-DD}
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ContactCard(
        @Nullable List<Address> addresses,
        @Nullable String birthday,
        @Nullable List<Email> emails,
        @Nullable Name name,
        @Nullable Organization org,
        @Nullable List<Phone> phones,
        @Nullable List<Url> urls) {

    /**
     * A postal address.
     *
     * @param countryCode ISO 3166-1 alpha-2
     * @param type such as {@code HOME} or {@code WORK}
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Address(
            @Nullable String street,
            @Nullable String city,
            @Nullable String state,
            @Nullable String zip,
            @Nullable String country,
            @Nullable String countryCode,
            @Nullable String type) {}

    /** An email address and its label. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Email(@Nullable String email, @Nullable String type) {}

    /**
     * The person's name.
     *
     * @param formattedName the name as shown, required, at most 200 characters
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Name(
            @Nullable String formattedName,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String middleName,
            @Nullable String suffix,
            @Nullable String prefix) {}

    /** The person's employer and place in it. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Organization(
            @Nullable String company, @Nullable String department, @Nullable String title) {}

    /**
     * A phone number and its label.
     *
     * @param waId the number's WhatsApp id; without it the card offers an invitation instead of a chat
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Phone(@Nullable String phone, @Nullable String type, @Nullable String waId) {}

    /** A web address and its label. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Url(@Nullable String url, @Nullable String type) {}
}
