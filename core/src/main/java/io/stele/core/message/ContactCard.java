package io.stele.core.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person or organization as an address book has them.
 *
 * @param birthday as given, by contract {@code YYYY-MM-DD}
 */
public record ContactCard(
        Name name,
        List<Phone> phones,
        List<EmailEntry> emails,
        List<PostalAddress> addresses,
        @Nullable Organization organization,
        List<Url> urls,
        @Nullable String birthday) {

    public ContactCard {
        phones = List.copyOf(phones);
        emails = List.copyOf(emails);
        addresses = List.copyOf(addresses);
        urls = List.copyOf(urls);
    }

    /** How the person is called; the formatted name is what the recipient sees. */
    public record Name(
            String formatted,
            @Nullable String first,
            @Nullable String last,
            @Nullable String middle,
            @Nullable String prefix,
            @Nullable String suffix) {}

    /**
     * @param phone as written on the card
     * @param userId WhatsApp's id of the number ({@code wa_id}); null when the card has none
     */
    public record Phone(@Nullable String phone, @Nullable String type, @Nullable String userId) {}

    public record EmailEntry(@Nullable String email, @Nullable String type) {}

    public record PostalAddress(
            @Nullable String street,
            @Nullable String city,
            @Nullable String state,
            @Nullable String zip,
            @Nullable String country,
            @Nullable String countryCode,
            @Nullable String type) {}

    public record Organization(@Nullable String company, @Nullable String department, @Nullable String title) {}

    public record Url(@Nullable String url, @Nullable String type) {}
}
