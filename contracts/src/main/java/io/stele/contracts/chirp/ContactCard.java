package io.stele.contracts.chirp;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One contact card, sent or shown in {@code contactsData} (contract §3.1). {@code type} values are upper case:
 * {@code CELL}, {@code WORK}, {@code HOME}…
 *
 * @param birthday {@code YYYY-MM-DD}
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ContactCard(
        @Nullable Name name,
        @Nullable List<Phone> phones,
        @Nullable List<Email> emails,
        @Nullable List<PostalAddress> addresses,
        @Nullable Organization org,
        @Nullable List<Link> urls,
        @Nullable String birthday) {

    /**
     * A person's name.
     *
     * @param formattedName the whole name as shown; the one member that is required
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Name(
            @Nullable String formattedName,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String middleName,
            @Nullable String prefix,
            @Nullable String suffix) {}

    /**
     * A telephone number.
     *
     * @param waId the WhatsApp id behind the number, when the sender gave it; an addition of Stele
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Phone(@Nullable String phone, @Nullable String type, @Nullable String waId) {}

    /** An email address. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Email(@Nullable String email, @Nullable String type) {}

    /**
     * A postal address.
     *
     * @param countryCode ISO 3166-1, two letters
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PostalAddress(
            @Nullable String street,
            @Nullable String city,
            @Nullable String state,
            @Nullable String zip,
            @Nullable String country,
            @Nullable String countryCode,
            @Nullable String type) {}

    /** Where the person works. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Organization(@Nullable String company, @Nullable String department, @Nullable String title) {}

    /** A web address. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Link(@Nullable String url, @Nullable String type) {}
}
